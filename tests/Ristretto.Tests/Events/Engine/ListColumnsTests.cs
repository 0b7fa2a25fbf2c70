using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Lists that nothing else counts, lists of lists, and arrays of a fixed length as columns of events.</summary>
public sealed class ListColumnsTests : IDisposable
{
    private const int Entries = 500;

    private readonly TemporaryFolder _folder = new();
    private readonly NTupleExample _example = new(Entries);
    private readonly string _path;

    public ListColumnsTests()
    {
        _path = _folder["lists.root"];
        using var file = RootFileWriter.Create(_path);
        _example.Write(file.NTuple("Events", new NTupleOptions { ClusterEntries = 100 }), 100);
        file.Complete();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 4096)]
    [InlineData(2, 64)]
    public void Columns_OfListsAndArrays_AreThoseThatWereWritten(int threads, int tile)
    {
        var seen = new (double[][] Nested, float[] List, int[] Array)[Entries];
        Run(ev =>
        {
            var (nested, list, array) = (ev.Nested.ToArrays(), ev.List.ToArrays(), ev.Array.ToArrays());
            for (var i = 0; i < ev.Length; i++)
            {
                seen[ev.FirstEntry + i] = (nested[i], list[i], array[i]);
                Assert.Equal(list[i], ev.ListOf(i).ToArray());
            }
        }, new RunOptions { Threads = threads, TileSize = tile });

        Assert.Equal(_example.Values["vvd"].Cast<double[][]>(), seen.Select(entry => entry.Nested));
        Assert.Equal(_example.Values["vf"].Cast<float[]>(), seen.Select(entry => entry.List));
        Assert.Equal(_example.Values["array"].Cast<short[]>().Select(values => Array.ConvertAll(values, value => (int)value)), seen.Select(entry => entry.Array));
    }

    [Fact]
    public void Nested_OfSelectedObjects_IsThatOfTheChosenOnes() => Run(ev =>
    {
        var sizes = ev.Nested.Count;
        var chosen = ev.Lists[sizes >= 2];
        Assert.Equal(ev.Nested.ToArrays().Select(lists => lists.Where(list => list.Length >= 2)), chosen.Numbers.ToArrays());
        var numbers = chosen.Numbers.ToArrays();
        for (var list = 0; list < numbers.Length; list++)
            for (var i = 0; i < numbers[list].Length; i++) Assert.Equal(numbers[list][i], chosen.NumbersOf(list, i).ToArray());
    });

    [Fact]
    public void Nested_OfEventsThatAFilterPasses_IsTheirs()
    {
        var seen = new List<double[][]>();
        var graph = new EventFiles<ListBatch>([new InputFile(_path)]).Graph();
        graph.Filter("lists", ev => ev.List.Count > 2).Foreach(ev =>
        {
            lock (seen) seen.AddRange(ev.Nested.ToArrays());
        });
        graph.Run(new RunOptions { Threads = 1 });

        var expected = Enumerable.Range(0, Entries).Where(i => ((float[])_example.Values["vf"][i]).Length > 2).Select(i => (double[][])_example.Values["vvd"][i]);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Nested_OfEventsHeldInMemory_IsTheSame()
    {
        var analysis = new Sums();
        var plan = RunPlan.Make([new DatasetRun<ListBatch>("lists", [new InputFile(_path)], analysis)], new RunOptions());
        using var held = HeldEvents<ListBatch>.Read(analysis, plan, long.MaxValue, new RunOptions());
        analysis.Sum = 0;

        held.Run(analysis);

        Assert.Equal(_example.Values["vvd"].Cast<double[][]>().Sum(lists => lists.Sum(list => list.Sum())), analysis.Sum, 1e-9);
    }

    [Fact]
    public void List_WithOtherLengthsThanItsCounter_IsRefusedWithBothLengthsAndTheFirstEvent()
    {
        var first = Enumerable.Range(0, Entries).First(i => ((float[])_example.Values["vf"][i]).Length != ((int[])_example.Values["vi"][i]).Length);
        var (found, expected) = (((int[])_example.Values["vi"][first]).Length, ((float[])_example.Values["vf"][first]).Length);

        var error = Assert.Throws<SchemaException>(() => RunWrong(ev => _ = ev.CountedByAnother));

        Assert.Equal($"{_path}: vi has {found} values in entry {first}, where vf has {expected}", error.Message);
    }

    [Fact]
    public void Columns_OfAnotherShapeThanDeclared_AreRefused()
    {
        Refused(ev => _ = ev.ValueAsList, "f32 cannot say how long lists are: it has one value of type Float per event, where an integer or a list is expected");
        Refused(ev => _ = ev.NestedAsValue, "vvd has a list of lists per event; the schema declares one value per event");
        Refused(ev => _ = ev.ListAsNested, "vf has a list of values per event; the schema declares a list of lists per event");
    }

    private void Refused(Action<WrongListBatch> process, string words) => Assert.Equal($"{_path}: {words}", Assert.Throws<SchemaException>(() => RunWrong(process)).Message);

    private void RunWrong(Action<WrongListBatch> process) => new EventFiles<WrongListBatch>([new InputFile(_path)]).Run(process, new RunOptions { Threads = 1 });

    private void Run(Action<ListBatch> process, RunOptions? options = null) => new EventFiles<ListBatch>([new InputFile(_path)]).Run(process, options);

    private sealed class Sums : IAnalysis<ListBatch>
    {
        internal double Sum { get; set; }

        public void Process(ListBatch events) => Sum += events.Nested.Inner.Flat.ToArray().Sum();
    }
}
