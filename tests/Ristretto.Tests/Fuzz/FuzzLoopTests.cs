using Ristretto.Bytes.Errors;
using Ristretto.Fuzz;
using Ristretto.Fuzz.Running;

namespace Ristretto.Tests.Fuzz;

/// <summary>The program finds what is planted.</summary>
public class FuzzLoopTests
{
    private static readonly FuzzCase s_case = FuzzLoop.Make(Corpus.Named("sample:lz4"), 7);

    [Fact]
    public void Judge_ReaderWithAnIndexOutOfRange_IsAFindingThatSaysHowToReplayIt()
    {
        using var watchdog = new Watchdog(TimeSpan.FromSeconds(60), static (_, _) => { });
        var loop = new FuzzLoop(static input => new SchemaException("x.root", $"{input.Bytes.Span[input.Bytes.Length]}"), watchdog);

        var finding = loop.Judge(s_case)!;

        Assert.Equal(("IndexOutOfRangeException", "7:sample:lz4"), (finding.Kind, finding.Case));
        Assert.Contains(s_case.What, finding.Text, StringComparison.Ordinal);
        Assert.Equal(finding.Case, Finding.OfLine(finding.ToLine())!.Case);
    }

    [Fact]
    public void Judge_ReaderThatIsOutOfMemoryAndHidesIt_IsAFinding()
    {
        using var watchdog = new Watchdog(TimeSpan.FromSeconds(60), static (_, _) => { });
        var loop = new FuzzLoop(static _ =>
        {
            try { throw new InsufficientMemoryException("planted"); }
            catch (OutOfMemoryException) { return null; }
        }, watchdog);

        Assert.Equal("memory", loop.Judge(s_case)!.Kind);
    }

    [Fact]
    public void Judge_ProcessWithMoreMemoryThanIsAllowed_IsAFinding()
    {
        using var watchdog = new Watchdog(TimeSpan.FromSeconds(60), static (_, _) => { });

        Assert.Equal("memory", new FuzzLoop(static _ => null, watchdog, largestMemory: 1 << 20).Judge(s_case)!.Kind);
    }

    [Fact]
    public void Judge_ReaderThatSleeps_IsNoticedByTheWatchdogWhileItDoes()
    {
        using var noticed = new ManualResetEventSlim();
        var input = "";
        using var watchdog = new Watchdog(TimeSpan.FromMilliseconds(40), (hanging, _) =>
        {
            input = hanging.Key;
            noticed.Set();
        });
        var wasNoticed = false;
        var loop = new FuzzLoop(_ =>
        {
            wasNoticed = noticed.Wait(TimeSpan.FromSeconds(30));
            return null;
        }, watchdog);

        loop.Judge(s_case);

        Assert.Equal((true, "7:sample:lz4"), (wasNoticed, input));
    }

    [Fact]
    public void Judge_ErrorOfRistretto_IsCountedByItsKind()
    {
        using var watchdog = new Watchdog(TimeSpan.FromSeconds(60), static (_, _) => { });
        var loop = new FuzzLoop(static input => input.Seed == 7 ? new SchemaException("x.root", "no") : null, watchdog, long.MaxValue);

        Assert.Null(loop.Judge(s_case));
        Assert.Null(loop.Judge(s_case with { Seed = 8 }));

        Assert.Equal([("SchemaException", 1L), (Tally.Whole, 1L)], loop.Tally.Outcomes.Select(static pair => (pair.Key, pair.Value)));
        Assert.Equal(loop.Tally.ToLine(), Tally.OfLine(loop.Tally.ToLine())!.ToLine());
    }

    [Theory]
    [InlineData("--mutations", "--mutations needs a value")]
    [InlineData("--jobs many", "--jobs needs a number, not many")]
    [InlineData("--replay file.root", "--replay needs SEED:FILE, not file.root")]
    [InlineData("--frobnicate", "there is no option --frobnicate")]
    public void Parse_WrongCommandLine_SaysWhatIsWrong(string line, string expected) => Assert.Equal(expected, Assert.Throws<FormatException>(() => FuzzOptions.Parse(line.Split(' '))).Message);

    [Fact]
    public void Pick_ManyNumbers_TakesEveryFileAndIsTheSameAgain()
    {
        var corpus = Corpus.Of([], long.MaxValue);

        var picked = Enumerable.Range(0, 200).Select(number => corpus.Pick(3, number)).ToArray();

        Assert.Equal(corpus.Files.Count, picked.Select(static pick => pick.File.Name).Distinct().Count());
        Assert.Equal(picked, Enumerable.Range(0, 200).Select(number => corpus.Pick(3, number)));
        Assert.Equal(200, picked.Select(static pick => pick.Seed).Distinct().Count());
    }
}
