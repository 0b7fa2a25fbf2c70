using Ristretto.Bytes.Sources;
using Ristretto.Cli.Commands;
using Ristretto.Cli.Drawings;
using Ristretto.Cli.Listings;
using Ristretto.Tests.Shared;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.EndToEnd.Cli;

/// <summary>The commands on files that are on servers.</summary>
public sealed class RemoteFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NginxServer _server;

    /// <summary>A server over two copies of a file.</summary>
    public RemoteFilesTests()
    {
        Directory.CreateDirectory(_folder["data"]);
        foreach (var name in (string[])["f1.root", "f2.root"]) File.Copy(CliRun.Sample, _folder[$"data/{name}"]);
        _server = new NginxServer(_folder.Path);
    }

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Url => $"{_server.Url}/plain/data";

    [Fact]
    public void Ls_PatternOnAServer_ListsEachFile()
    {
        using StringWriter output = new(), errors = new(), local = new();

        var code = LsCommand.Run([$"{Url}/f*.root"], new ListSettings(), false, output, errors, cancellation: Cancellation);
        LsCommand.Run([_folder["data/f1.root"]], new ListSettings(), false, local, errors, cancellation: Cancellation);

        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Equal($"{Url}/f1.root:\n{local}\n{Url}/f2.root:\n{local}", output.ToString());
    }

    [Fact]
    public void Doctor_FileOnAServer_FindsWhatItFindsInTheLocalOne()
    {
        var bytes = File.ReadAllBytes(_folder["data/f1.root"]);
        bytes[bytes.Length / 2] ^= 1;
        bytes[bytes.Length / 3] ^= 1;
        File.WriteAllBytes(_folder["data/broken.root"], bytes);
        using StringWriter output = new(), errors = new(), local = new();

        var code = DoctorCommand.Run([$"{Url}/broken.root", $"{Url}/f1.root"], false, output, errors, cancellation: Cancellation);
        DoctorCommand.Run([_folder["data/broken.root"], _folder["data/f1.root"]], false, local, errors, cancellation: Cancellation);

        Assert.Equal((3, ""), (code, errors.ToString()));
        Assert.Equal(local.ToString().Replace($"{_folder.Path}/", $"{_server.Url}/plain/", StringComparison.Ordinal), output.ToString());
    }

    [Theory]
    [InlineData("skim", "--where", "nJet >= 4")]
    [InlineData("convert", "--to", "rntuple")]
    [InlineData("convert", "--to", "ttree", "--stall-time", "20")]
    public void FileOnAServer_GivesTheSameBytesAsTheLocalOneInFewRequests(string command, params string[] options)
    {
        CliRun.Of([command, CliRun.Sample, _folder["data/out.root"], .. options]).Succeeded();
        using var server = new UnrulyHttpServer(File.ReadAllBytes(CliRun.Sample));

        CliRun.Of([command, server.Url, _folder["out.root"], .. options]).Succeeded();

        Assert.Equal(File.ReadAllBytes(_folder["data/out.root"]), File.ReadAllBytes(_folder["out.root"]));
        Assert.InRange(server.Requests, 3, 80);           // 1077 basket by basket
    }

    [Fact]
    public void Skim_NTupleOnAServer_GivesTheSameBytesAsTheLocalOneInFewRequests()
    {
        CliRun.Of("convert", CliRun.Sample, _folder["ntuple.root"], "--to", "rntuple").Succeeded();
        CliRun.Of("skim", _folder["ntuple.root"], _folder["data/out.root"], "--where", "nJet >= 4").Succeeded();
        using var server = new UnrulyHttpServer(File.ReadAllBytes(_folder["ntuple.root"]));

        CliRun.Of("skim", server.Url, _folder["out.root"], "--where", "nJet >= 4").Succeeded();

        Assert.Equal(File.ReadAllBytes(_folder["data/out.root"]), File.ReadAllBytes(_folder["out.root"]));
        Assert.InRange(server.Requests, 3, 40);
    }

    [Theory]
    [InlineData("skim")]
    [InlineData("convert", "--to", "ttree")]
    public void CommandOfOneFile_WithAPattern_SaysHow(string command, params string[] options)
    {
        var run = CliRun.Of([command, _folder["data/f*.root"], _folder["out.root"], .. options]);

        Assert.Contains($"{command} takes one file; merge several first (ristretto merge all.root '{_folder["data/f*.root"]}')", run.Failed(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_WithTheLocalFile_IsTheSame() =>
        Assert.StartsWith("same: ", CliRun.Of("diff", $"{Url}/f1.root", CliRun.Sample).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Plot_FolderOnAServer_AddsTheFilesUp()
    {
        using StringWriter one = new(), two = new(), errors = new();

        PlotCommand.Run(new PlotSettings($"{_folder["data/f1.root"]}:Events", "nJet", "5,0,10", Json: true), one, errors, cancellation: Cancellation);
        var code = PlotCommand.Run(new PlotSettings($"{Url}/:Events", "nJet", "5,0,10", Json: true), two, errors, cancellation: Cancellation);

        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Equal(Values(one).Select(value => 2 * value), Values(two));

        static double[] Values(StringWriter text) => [.. System.Text.Json.JsonDocument.Parse(text.ToString()).RootElement.EnumerateObject().First().Value
            .GetProperty("storage").GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
    }

    [Fact]
    public void Ls_FileThatIsNotOnTheServer_IsOneLine()
    {
        using StringWriter output = new(), errors = new();

        var code = LsCommand.Run([$"{Url}/none.root"], new ListSettings(), false, output, errors, cancellation: Cancellation);

        Assert.Equal((3, $"ristretto ls: {Url}/none.root: no such file on 127.0.0.1:{_server.Port} (404 Not Found)\n"), (code, errors.ToString()));
    }

    [Fact]
    public void Ls_ServerThatIsSilent_EndsWithinTheStallTime()
    {
        _server.Process.Freeze();
        using StringWriter output = new(), errors = new();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var code = LsCommand.Run([$"{Url}/f1.root"], new ListSettings(), false, output, errors, () => new SourceOptions { StallTime = TimeSpan.FromSeconds(1.5) }, Cancellation);

        Assert.Equal(3, code);
        Assert.Matches("nothing has arrived for 1.5 s", errors.ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(6), $"{watch.Elapsed}");
    }
}
