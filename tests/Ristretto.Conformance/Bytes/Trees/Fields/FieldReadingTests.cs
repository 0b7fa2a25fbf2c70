using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees.Fields;

/// <summary>Every column of every tree of all reference files against uproot's and ROOT's summaries: types, numbers, check sums of values and of list lengths.</summary>
public class FieldReadingTests
{
    [Theory]
    [MemberData(nameof(SharedData.ReferenceFiles), MemberType = typeof(SharedData))]
    public void Read_EveryFieldInLargeAndSmallRanges_EqualsTheReference(string folder, string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path(folder, "expected", $"{name}.json")));
        if (expected.RootElement.TryGetProperty("error", out _)) return;
        using var file = RootFile.Open(SharedData.Path(folder, name));
        foreach (var item in expected.RootElement.GetProperty("objects").EnumerateArray())
        {
            if (!item.TryGetProperty("columns", out var columns) || item.GetProperty("class").GetString()!.Contains("RNTuple", StringComparison.Ordinal)) continue;
            var tree = file.GetTree($"{item.GetProperty("path").GetString()};{item.GetProperty("cycle").GetInt32()}");
            Assert.Equal(item.GetProperty("entries").GetInt64(), tree.Entries);
            foreach (var step in (ReadOnlySpan<int>)[100_000, 7]) Compare(name, columns, Digests(tree, step));
        }
    }

    [Fact]
    public void Read_AnyOrderOfRanges_GivesTheSameValues()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "classes.root"));
        foreach (var field in file.GetTree("tree").Fields)
        {
            using var whole = field.Open();
            whole.Read(0, (int)field.Entries);
            using var part = field.Open();
            foreach (var entry in (ReadOnlySpan<int>)[100, 3, 40, 41, 129, 0])
            {
                part.Read(entry, 1);
                for (var i = 0; i < field.Columns.Count; i++)
                {
                    if (field.Columns[i].ListLevels != 1 || field.Columns[i].LeafType == LeafType.String) continue;
                    var lengths = whole.Lengths(i, 0);
                    var (before, all) = (0L, 0L);
                    for (var e = 0; e < lengths.Length; e++) (before, all) = (before + (e < entry ? lengths[e] : 0), all + lengths[e]);
                    Assert.Equal(lengths[entry], part.Lengths(i, 0)[0]);
                    if (all == 0) continue;
                    var size = whole.Bytes(i).Length / all;
                    Assert.True(whole.Bytes(i).Slice((int)(before * size), part.Bytes(i).Length).SequenceEqual(part.Bytes(i)), $"{field.Columns[i].Name}, entry {entry}");
                }
            }
        }
    }

    private static void Compare(string file, JsonElement expected, Dictionary<string, string> actual)
    {
        foreach (var column in expected.EnumerateArray())
        {
            var name = column.GetProperty("name").GetString()!;
            Assert.True(actual.TryGetValue(name, out var digest), $"{name} is not there");
            if (ReferenceMistakes.Contains(file, name)) continue;
            var lists = column.TryGetProperty("lists", out var levels) ? string.Join(',', levels.EnumerateArray().Select(level => level.GetString())) : "";
            Assert.Equal($"{name} {column.GetProperty("type").GetString()} {column.GetProperty("n").GetInt64()} {column.GetProperty("crc32").GetString()} {lists}", digest);
        }
    }

    private static Dictionary<string, string> Digests(Tree tree, int step)
    {
        using var context = new DecodeContext();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in tree.Fields)
        {
            using var reader = field.Open(context);
            var sums = field.Columns.Select(column => (Values: new Crc32(), Lists: Enumerable.Range(0, column.ListLevels).Select(_ => new Crc32()).ToArray())).ToArray();
            var counts = new long[sums.Length];
            for (var first = 0L; first < field.Entries; first += step)
            {
                reader.Read(first, (int)Math.Min(step, field.Entries - first));
                for (var i = 0; i < sums.Length; i++)
                {
                    for (var level = 0; level < sums[i].Lists.Length; level++) sums[i].Lists[level].Append(MemoryMarshal.AsBytes(reader.Lengths(i, level)));
                    counts[i] += Append(sums[i].Values, reader, i);
                }
            }
            for (var i = 0; i < sums.Length; i++)
            {
                var column = field.Columns[i];
                digests[column.Name] = $"{column.Name} {column.Type} {counts[i]} {Text(sums[i].Values)} {string.Join(',', sums[i].Lists.Select(Text))}";
            }
        }
        return digests;
    }

    private static long Append(Crc32 crc, FieldReader reader, int column)
    {
        var type = reader.Field.Columns[column].LeafType;
        if (type != LeafType.String)
        {
            crc.Append(reader.Bytes(column));
            return reader.Bytes(column).Length / LeafTypes.SizeOf(type);
        }
        var at = 0;
        var lengths = reader.TextLengths(column);
        foreach (ref readonly var length in lengths)
        {
            crc.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in length)));
            crc.Append(reader.TextBytes(column).Slice(at, (int)length));
            at += (int)length;
        }
        return lengths.Length;
    }

    private static string Text(Crc32 crc) => crc.GetCurrentHashAsUInt32().ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
