using Microsoft.CodeAnalysis;

namespace Ristretto.Tests.Generators;

public sealed class ErrorReportGeneratorTests
{
    [Theory]
    [InlineData("true", null, true, true)]
    [InlineData("true", "", true, true)]
    [InlineData("true", "false", true, false)]
    [InlineData("true", null, false, false)]
    [InlineData(null, null, true, false)]
    [InlineData(null, "True", true, true)]
    public void Handler_IsMade_ForSingleFilesAndWhoeverAsks(string? isSingleFile, string? wanted, bool isProgram, bool isMade)
    {
        var run = SchemaRun.OfReport(isProgram, ("FileBasedProgram", isSingleFile), ("RistrettoErrorReport", wanted));

        Assert.Equal(isMade, run.Result.GeneratedSources.Length == 1);
        Assert.Empty(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
