using System.Reflection;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>The public surface of each library is a text file of the repository: a change of it is seen in review. scripts/update-api writes them anew.</summary>
public sealed class ApiTextTests
{
    public static TheoryData<string> Libraries => [.. Projects.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicSurface_OfTheLibrary_IsTheReviewedText(string library)
    {
        var path = Repository.PathOf("tests", "Ristretto.Tests", "Api", library + ".txt");
        var actual = ApiText.Of(Assembly.Load(library).GetExportedTypes());
        if (Environment.GetEnvironmentVariable("RISTRETTO_UPDATE_API") == "1") File.WriteAllText(path, actual);
        var reviewed = File.Exists(path) ? File.ReadAllText(path) : "";

        Assert.True(reviewed == actual, $"{FirstDifference(reviewed, actual)}\nIf the change is meant: scripts/update-api, and commit tests/Ristretto.Tests/Api/{library}.txt.");
    }

    [Fact]
    public void Of_AnExampleOfEverything_ReadsLikeCSharp()
    {
        var text = ApiText.Of([typeof(Example<>), typeof(Kind), typeof(Change)]);

        Assert.Equal("""
            namespace Ristretto.Tests.Architecture

            delegate int ApiTextTests.Change(in double from, params string[] names)

            abstract class ApiTextTests.Example<T> : IDisposable where T : struct, IComparable<T>
                abstract int[] Find<TKey>(TKey key, out int? index) where TKey : class, new()
                const double Half = 0.5
                override string ToString()
                protected Example(int size = 3)
                ref readonly T First()
                required string Name { get; init; }
                static ApiTextTests.Example<T> op_Addition(ApiTextTests.Example<T> left, T right)
                string this[int at] { get; }
                void Dispose()

            enum ApiTextTests.Kind : byte
                Data = 1
                Simulation = 2


            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void FirstDifference_OneLineMore_NamesIt() =>
        Assert.Equal("public surface differs: - (nothing)  + int B", FirstDifference("int A\n", "int A\nint B\n"));

    private static string FirstDifference(string reviewed, string actual)
    {
        var (old, now) = (reviewed.TrimEnd().Split('\n'), actual.TrimEnd().Split('\n'));
        var at = Enumerable.Range(0, Math.Max(old.Length, now.Length)).FirstOrDefault(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"public surface differs: - {old.ElementAtOrDefault(at)?.Trim() ?? "(nothing)"}  + {now.ElementAtOrDefault(at)?.Trim() ?? "(nothing)"}";
    }

#pragma warning disable CA1034, CA1040, CA1063, CA1815, CA1819, CA1021, CA1816, CA1030, CA1012 // An example of everything that a surface can have.
    public enum Kind : byte { Data = 1, Simulation = 2 }

    public delegate int Change(in double from, params string[] names);

    public abstract class Example<T> : IDisposable where T : struct, IComparable<T>
    {
        public const double Half = 0.5;
        private readonly T[] _values = new T[1];
        protected Example(int size = 3) => Count = size;
        public required string Name { get; init; }
        internal int Count { get; }
        public string this[int at] => $"{at}";
        public abstract int[] Find<TKey>(TKey key, out int? index) where TKey : class, new();
        public ref readonly T First() => ref _values[0];
        public void Dispose() { }
        public override string ToString() => Name;
        public static Example<T> operator +(Example<T> left, T right) => left;
    }
#pragma warning restore CA1034, CA1040, CA1063, CA1815, CA1819, CA1021, CA1816, CA1030, CA1012
}
