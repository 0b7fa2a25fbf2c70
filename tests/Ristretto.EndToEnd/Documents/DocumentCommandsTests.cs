using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>The commands that documents show in console blocks: those of the program and the tutorials are run, one document after the other, each in one new folder;
/// the scripts of the clone are run by the checks themselves and must be there.</summary>
[Collection("builds in the clone")]
public sealed class DocumentCommandsTests
{
    public static TheoryData<string> Documents =>
        [.. CodeBlock.OfAllDocuments().Where(block => block.Language == "console").Select(block => block.Document).Distinct()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_OfTheDocument_Run(string document)
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["ristretto"], Repository.PathOf("ristretto"));
        var blocks = CodeBlock.OfAllDocuments().Where(block => block.Document == document && block.Language == "console");

        foreach (var command in blocks.SelectMany(block => block.Commands())) Check(command, folder.Path);
    }

    [Fact]
    public void Check_AnUnknownCommand_Fails() =>
        Assert.Contains("run by no check", Assert.ThrowsAny<Exception>(() => Check("make install", Repository.Root)).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_ACommandThatFails_SaysWhatItSaid() =>
        Assert.Contains("nonsense", Assert.ThrowsAny<Exception>(() => Check("./ristretto nonsense", Repository.Root)).Message, StringComparison.Ordinal);

    private static void Check(string command, string folder)
    {
        var line = command.Split("   #")[0].Trim();
        // A tutorial is built where it stands and runs in the folder, as in the clone after a demo.
        line = line.Replace("dotnet run tutorials/", $"dotnet run --file {Repository.PathOf("tutorials")}/", StringComparison.Ordinal);
        if (line.StartsWith("./ristretto", StringComparison.Ordinal) || line.StartsWith("dotnet run", StringComparison.Ordinal))
        {
            var run = ShellCommand.Run("bash", ["-c", line], folder);
            Assert.True(run.ExitCode == 0, $"{line}: exit code {run.ExitCode}\n{run.Output}\n{run.Errors}");
            return;
        }
        var script = line.Split(' ')[0];
        var isScript = script is "./test" or ".ci/run" || script.StartsWith("scripts/", StringComparison.Ordinal);
        Assert.True(isScript && File.Exists(Repository.PathOf(script)), $"{line}: run by no check");
    }
}
