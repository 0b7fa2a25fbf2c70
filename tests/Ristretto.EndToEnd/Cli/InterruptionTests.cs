using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Ctrl-C and the signal that ends a job.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Run_Signal_EndsCleanlyWith14(string signal)
    {
        using var folder = new TemporaryFolder();

        var (code, errors) = ChildProgram.RunAndSignal(signal, "started", "run", ChildProgram.TestAnalyses + ":waiting", "--fileset", "f.json", "--output", folder["out"]);

        Assert.Equal((14, "ristretto run: started\nristretto run: interrupted; nothing was left half-written\n"), (code, errors));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
