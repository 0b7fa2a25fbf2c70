using Ristretto.Bytes.Errors;
using Ristretto.Cli.Conventions;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Errors become one line and an exit code.</summary>
public sealed class FailureTests
{
    public static TheoryData<Exception, int> Codes => new()
    {
        { new UsageException("x"), 1 },
        { new ConfigurationException("a.json", 3, "x"), 2 },
        { new AnotherError("x"), 2 },
        { new SourceException("a.root", "x"), 3 },
        { new RootFormatException("a.root", null, null, "x"), 3 },
        { new SchemaException("a.root", "x"), 3 },
        { new OutputException("a.svg", "x"), 4 },
        { new IOException("x", 28), 4 },
        { new OperationCanceledException(), 14 },
        { new InvalidOperationException("x"), 20 },
        { new AggregateException(new OutputException("a.svg", "x"), new OperationCanceledException()), 4 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Guard_EachKindOfError_HasItsExitCode(Exception error, int code)
    {
        using var errors = new StringWriter();

        Assert.Equal(code, Failure.Guard("ls", errors, () => throw error));
        Assert.StartsWith("ristretto ls: ", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_MessageOfSeveralLines_IsOneLine()
    {
        using var errors = new StringWriter();

        Failure.Guard("ls", errors, () => throw new SourceException("a.root", "first\nsecond"));

        Assert.Equal("ristretto ls: a.root: first second\n", errors.ToString());
    }

    [Fact]
    public void Guard_InternalError_AsksForAReportAndHidesTheStack()
    {
        using var errors = new StringWriter();

        Failure.Guard("ls", errors, () => throw new InvalidOperationException("x"));

        Assert.Contains("Please report it", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Program_DebugVariable_DecidesOnTheStack(string value, bool shows)
    {
        var run = ChildProgram.Run(["run", ChildProgram.TestAnalyses + ":faulty", "--fileset", "f.json", "--output", "o"], ("RISTRETTO_DEBUG", value));

        Assert.Equal(20, run.ExitCode);
        Assert.Contains("ristretto run: internal error: InvalidTimeZoneException: a fault", run.Errors, StringComparison.Ordinal);
        Assert.Equal(shows, run.Errors.Contains("   at ", StringComparison.Ordinal));
    }

    /// <summary>An error of ours of a kind that the program does not know: one that a library brings.</summary>
    private sealed class AnotherError(string message) : RistrettoException(message);
}
