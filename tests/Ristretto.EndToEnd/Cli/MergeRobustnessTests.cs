using System.Diagnostics;
using Ristretto.Tests.Shared;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto merge</c> of files on servers and of many files, and one that is killed.</summary>
public sealed class MergeRobustnessTests : IDisposable
{
    private const long Mebibyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_OnServers_GiveTheSameBytesAsLocalOnes()
    {
        Directory.CreateDirectory(_folder["store"]);
        foreach (var name in (string[])["f1.root", "f2.root"]) File.Copy(CliRun.Sample, _folder[$"store/{name}"]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        using var nginx = new NginxServer(_folder.Path);
        using var xrootd = new XrootdServer(XrootdKind.Plain, _folder.Path);

        byte[][] outputs = [.. ((string[])[_folder["store/f*.root"], $"{nginx.Url}/plain/store/f*.root", $"{xrootd.Url}/store/f*.root"]).Select((input, i) =>
        {
            Directory.CreateDirectory(_folder[$"{i}"]);
            CliRun.Of("merge", _folder[$"{i}/merged.root"], input).Succeeded();
            return File.ReadAllBytes(_folder[$"{i}/merged.root"]);
        })];

        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal(outputs[0], outputs[2]);
    }

    [Fact]
    public void HundredFiles_TakeLittleMemory()
    {
        string[] files = [.. Enumerable.Range(0, 100).Select(i =>
        {
            File.CreateSymbolicLink(_folder[$"part{i:D3}.root"], CliRun.Sample);
            return _folder[$"part{i:D3}.root"];
        })];

        var (code, errors, peak) = ChildProgram.RunAndMeasure(["merge", _folder["merged.root"], .. files]);

        Assert.True(code == 0, errors);
        TestContext.Current.TestOutputHelper?.WriteLine($"{new FileInfo(_folder["merged.root"]).Length / Mebibyte} MiB merged with {peak / Mebibyte} MiB of memory");
        Assert.InRange(new FileInfo(_folder["merged.root"]).Length, 50 * new FileInfo(CliRun.Sample).Length, long.MaxValue);
        Assert.InRange(peak, 1, 256 * Mebibyte);
    }

    [Fact]
    public void Merge_ThatIsKilled_LeavesNoFile_AndTheNextOneIsWhole()
    {
        string[] merge = ["merge", _folder["merged.root"], .. Enumerable.Repeat(CliRun.Sample, 300)];
        var unfinished = _folder[".merged.root.partial"];
        using (var process = Process.Start(new ProcessStartInfo(ChildProgram.Path, merge) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            Assert.True(SpinWait.SpinUntil(() => process.HasExited || (File.Exists(unfinished) && new FileInfo(unfinished).Length > Mebibyte), TimeSpan.FromMinutes(1)));
            process.Kill();
            process.WaitForExit();
            Assert.NotEqual(0, process.ExitCode);
        }
        Assert.True(File.Exists(unfinished));
        Assert.False(File.Exists(_folder["merged.root"]));

        // On a slow disk it tells of its progress.
        Assert.Equal(0, CliRun.Of(merge).ExitCode);

        Assert.Equal([_folder["merged.root"]], Directory.GetFiles(_folder.Path));
        var kept = File.ReadAllBytes(_folder["merged.root"]);
        Assert.Equal(0, CliRun.Of([.. merge, "--overwrite"]).ExitCode);
        Assert.Equal(kept, File.ReadAllBytes(_folder["merged.root"]));
    }
}
