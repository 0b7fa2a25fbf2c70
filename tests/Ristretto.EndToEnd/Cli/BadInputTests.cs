using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Every command that reads ROOT files, with files that are none: one line, exit code 3, nothing on the output.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Commands => ["ls", "summary"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void MissingFile_NamesTheNearest(string command)
    {
        File.Copy(CliRun.Sample, _folder["events.root"]);

        var line = CliRun.Of(command, _folder["event.root"]).Failed(3);

        Assert.StartsWith($"ristretto {command}: {_folder["event.root"]}: ", line, StringComparison.Ordinal);
        Assert.Contains("events.root", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Directory_IsCalledOne(string command) => Assert.Contains("director", CliRun.Of(command, _folder.Path).Failed(3), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void EmptyFile_IsCalledEmpty(string command) => Assert.Contains("empty", CliRun.Of(command, _folder.Write("empty.root", "")).Failed(3), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void TextFile_IsCalledText(string command) =>
        Assert.Contains("text", CliRun.Of(command, _folder.Write("text.root", "run lumi event\n1 2 3\n")).Failed(3), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void TruncatedFile_SaysTheTwoLengths(string command)
    {
        var bytes = File.ReadAllBytes(CliRun.Sample);
        File.WriteAllBytes(_folder["short.root"], bytes[..(bytes.Length / 2)]);

        var line = CliRun.Of(command, _folder["short.root"]).Failed(3);

        Assert.Contains("truncated", line, StringComparison.Ordinal);
        Assert.Contains($"{bytes.Length / 2}", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void MissingTree_NamesWhatIsThere(string command)
    {
        var line = CliRun.Of(command, $"{CliRun.Sample}:Event").Failed(3);

        Assert.Contains(command == "ls" ? "has no object Event; nearest: Events" : "has no tree Event; trees in this file: Events", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void MissingBranch_NamesTheNearest(string command)
    {
        var line = CliRun.Of(command, $"{CliRun.Sample}:Events", "--columns", "Jet_ptt").Failed(3);

        Assert.Contains("Jet_ptt", line, StringComparison.Ordinal);
        Assert.Contains("nearest: Jet_pt", line, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatCannotBeOpened_HasASummaryThatSaysSo()
    {
        var run = CliRun.Of("summary", _folder.Write("text.root", "run lumi event\n1 2 3\n"), "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(("text.root", 0), (run.Json().GetProperty("file").GetString(), run.Json().GetProperty("objects").GetArrayLength()));
        Assert.Contains("text", run.Json().GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FlippedBitInABasket_NamesItAndTheOtherColumnsAreRead()
    {
        var bytes = File.ReadAllBytes(SharedData.Path("root", "uproot-Zmumu-lz4.root"));
        bytes[100_000] ^= 1;
        File.WriteAllBytes(_folder["flipped.root"], bytes);

        var run = CliRun.Of("summary", _folder["flipped.root"], "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"^ristretto summary: \S*flipped\.root: events/\w+, basket \d+\S* at byte \d+: .*checksum.*; the other 19 columns read well\n$", run.Errors);
        var tree = run.Json().GetProperty("objects")[0];
        Assert.Equal((19, 1), (tree.GetProperty("columns").GetArrayLength(), tree.GetProperty("unread").GetArrayLength()));
    }

    [Fact]
    public void ColumnsOfAWholeFile_AskForTheTree() =>
        Assert.Equal($"ristretto ls: --columns chooses branches of a tree; name the tree too, for example {CliRun.Sample}:Events", CliRun.Of("ls", CliRun.Sample, "--columns", "Jet_pt").Failed(1));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("abs(", ")")]
    [InlineData("-", "")]
    [InlineData("nJet + ", "")]
    [InlineData("nJet ? nJet : ", "")]
    public void AbsurdExpression_IsRefusedInAShortLine(string before, string after)
    {
        var text = string.Concat(Enumerable.Repeat(before, 5000)) + "nJet" + string.Concat(Enumerable.Repeat(after, 5000));

        Assert.InRange(CliRun.Of("plot", $"{CliRun.Sample}:Events", text).Failed(1).Length, 1, 400);
    }

    [Theory]
    [InlineData("plot", "x.svg")]
    [InlineData("demo", "x")]
    public void OutputWhereNothingCanBeMade_SaysSo(string command, string name)
    {
        if (!Directory.Exists("/proc/self")) Assert.Skip("this system has no /proc");
        string[] arguments = command == "plot" ? ["plot", $"{CliRun.Sample}:Events", "nJet", "--output"] : [command, "--output"];

        Assert.Equal($"ristretto {command}: /proc/{name}: no file can be made here", CliRun.Of([.. arguments, $"/proc/{name}"]).Failed(4));
    }

    [Fact]
    public void OutputThatIsClosed_Ends4()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a shell");

        var run = ShellCommand.Run("/bin/sh", ["-c", "\"$0\" \"$@\" >&-", ChildProgram.Path, "ls", CliRun.Sample]);

        Assert.Equal((4, "ristretto ls: standard output: it is closed\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void OutputThatNobodyReads_IsNoFault()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a shell");

        var run = ShellCommand.Run("/bin/sh", ["-c", "{ \"$0\" \"$@\"; echo $? >&2; } | head -1", ChildProgram.Path, "summary", CliRun.Sample, "--json"]);

        Assert.Equal("0\n", run.Errors);
    }

    [Fact]
    public void OutputThatIsFull_Ends4()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("this system has no /dev/full");

        var run = ShellCommand.Run("/bin/sh", ["-c", "\"$0\" \"$@\" > /dev/full", ChildProgram.Path, "summary", CliRun.Sample, "--json"]);

        Assert.Equal((4, "ristretto summary: standard output: no space left on the disk\n"), (run.ExitCode, run.Errors.Replace("ristretto:", "ristretto summary:", StringComparison.Ordinal)));
    }
}
