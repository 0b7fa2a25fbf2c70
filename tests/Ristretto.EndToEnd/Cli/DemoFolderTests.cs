using Ristretto.Cli.Demo;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>The folder of <c>ristretto demo</c>.</summary>
public sealed class DemoFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prepare_NewFolder_HasTheSamplesByteForByte()
    {
        DemoFolder.Prepare(_folder["demo"], overwrite: false);

        var names = Directory.GetFiles(CliRun.Samples, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(CliRun.Samples, path)).Order().ToArray();
        Assert.Equal(names, Directory.GetFiles(_folder["demo/samples"], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder["demo/samples"], path)).Order());
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(CliRun.Samples, name)), File.ReadAllBytes(Path.Combine(_folder["demo/samples"], name))));
    }

    [Fact]
    public void Publish_SecondTime_ReplacesOwnResultsAndKeepsTheRest()
    {
        Fill("old");
        _folder.Write("demo/notes.txt", "mine");
        Fill("new");

        Assert.Equal(("new", "new", "mine"), (File.ReadAllText(_folder["demo/cutflow.json"]), File.ReadAllText(_folder["demo/report/index.html"]), File.ReadAllText(_folder["demo/notes.txt"])));
        Assert.False(Directory.Exists(_folder["demo/.results"]));

        void Fill(string text)
        {
            var demo = DemoFolder.Prepare(_folder["demo"], overwrite: false);
            _folder.Write("demo/.results/cutflow.json", text);
            _folder.Write("demo/.results/report/index.html", text);
            demo.Publish();
            Assert.Equal(_folder["demo/report/index.html"], demo.Published(_folder["demo/.results/report/index.html"]));
        }
    }

    [Fact]
    public void Demo_FolderOfSomethingElse_IsRefusedUnlessAskedFor()
    {
        _folder.Write("thesis/chapter1.tex", "text");

        Assert.Contains("was not made by a demo", CliRun.Of("demo", "--output", _folder["thesis"]).Failed(4), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder["thesis"]));
        DemoFolder.Prepare(_folder["thesis"], overwrite: true);
        Assert.Equal("text", File.ReadAllText(_folder["thesis/chapter1.tex"]));
    }

    [Fact]
    public void Demo_PathThatCannotBeAFolder_IsRefused()
    {
        var file = _folder.Write("file", "");

        Assert.Contains("this is a file", CliRun.Of("demo", "--output", file).Failed(4), StringComparison.Ordinal);
        Assert.Contains(Path.Combine(file, "below"), CliRun.Of("demo", "--output", Path.Combine(file, "below")).Failed(4), StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_DiskFull_Ends4AndLeavesNoSampleHalfWritten()
    {
        Directory.CreateDirectory(_folder["small"]);
        var mount = Environment.IsPrivilegedProcess ? ShellCommand.Run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", _folder["small"]]) : null;
        if (mount is not { ExitCode: 0 }) Assert.Skip("only root can mount a small disk here");
        try
        {
            CliRun.Of("demo", "--output", _folder["small/demo"]).Failed(4);

            Assert.DoesNotContain(Directory.GetFiles(_folder["small"], "*.root", SearchOption.AllDirectories), path => new FileInfo(path).Length < 1_300_000);
        }
        finally
        {
            ShellCommand.Run("umount", [_folder["small"]]);
        }
    }

    [Fact]
    public void Prepare_SamplesInTheProgram_AreTheSharedOnes()
    {
        foreach (var name in (string[])["demo_data_UL18.root", "demo_HH4b_UL18.root", "demo_TTToSemiLeptonic_UL18.root", "fileset.json"])
            Assert.Equal(File.ReadAllBytes(SharedData.Path("samples", "demo", name)), File.ReadAllBytes(Path.Combine(CliRun.Samples, name)));
    }
}
