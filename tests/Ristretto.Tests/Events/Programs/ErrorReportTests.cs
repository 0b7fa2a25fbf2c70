using System.Reflection;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Programs;

namespace Ristretto.Tests.Events.Programs;

public sealed class ErrorReportTests
{
    public static TheoryData<Exception, int> Errors => new()
    {
        { new ConfigurationException("a.json", 3, "bad\nkey"), 2 },
        { new SourceException("a.root", "no such file"), 3 },
        { new RootFormatException("a.root", null, null, "truncated"), 3 },
        { new SchemaException("a.root", "no tree"), 3 },
        { new OutputException("a.svg", "no space"), 4 },
        { new AggregateException(new SchemaException("a.root", "no tree")), 3 },
        { new TargetInvocationException(new SchemaException("a.root", "no tree")), 3 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void TryDescribe_AnErrorOfOurs_GivesOneLineAndItsCode(Exception error, int code)
    {
        Assert.True(ErrorReport.TryDescribe(error, out var line, out var exitCode));
        Assert.Equal(code, exitCode);
        Assert.StartsWith("a.", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void TryDescribe_AFaultOfTheCode_IsLeftAlone()
    {
        Assert.False(ErrorReport.TryDescribe(new InvalidOperationException("x"), out _, out _));
        Assert.False(ErrorReport.TryDescribe(new AggregateException(new SchemaException("a", "b"), new SchemaException("a", "c")), out _, out _));
    }
}
