using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Tests.Shared;

/// <summary>An ntuple with a field of every type and shape that can be written, and what belongs into it.</summary>
internal sealed class NTupleExample
{
    private readonly List<Action<NTupleWriter>> _fields = [];
    private readonly List<Action<int, int>> _append = [];

    internal NTupleExample(int entries, int seed = 5)
    {
        Entries = entries;
        var random = new Random(seed);
        Scalar("b", i => i % 3 == 0);
        Scalar("i8", i => unchecked((sbyte)(i * 7)));
        Scalar("u8", i => unchecked((byte)(i * 7)));
        Scalar("i16", i => unchecked((short)(i * 777)));
        Scalar("u16", i => unchecked((ushort)(i * 777)));
        Scalar("i32", i => unchecked(i * 7_777_777));
        Scalar("u32", i => unchecked((uint)(i * 7_777_777)));
        Scalar("i64", i => (i - 400L) * 12_345_678_901);
        Scalar("u64", i => (ulong)i * 12_345_678_901);
        Scalar("f32", i => i == 7 ? float.NaN : (float)random.NextDouble());
        Scalar("f64", i => random.NextDouble() - 0.5);
        Text("text", i => i % 11 == 0 ? "" : i % 97 == 0 ? new string('x', 300) : $"entry {i} größer");
        Vector("vf", i => Enumerable.Range(0, i % 13 == 0 ? 0 : random.Next(6)).Select(_ => (float)random.NextDouble()));
        Vector("vi", i => Enumerable.Range(0, i % 4).Select(k => i * k - 50));
        Vector("vb", i => Enumerable.Range(0, i % 19).Select(k => (i + k) % 5 == 0));
        Nested<double>("vvd", i => [.. Enumerable.Range(0, i % 3).Select(k => Enumerable.Range(0, (i + k) % 4).Select(_ => random.NextDouble()).ToArray())]);
        Texts("vs", i => [.. Enumerable.Range(0, i % 3).Select(k => $"{i}:{k}")]);
        Fixed("array", 3, (i, k) => (short)(i - 2 * k));
        Jets("Jet", [.. Enumerable.Range(0, Entries).Select(_ => random.Next(5))], random);
    }

    internal int Entries { get; }

    /// <summary>By field one value, string or array per entry; what JSROOT can read.</summary>
    internal Dictionary<string, object[]> Values { get; } = [];

    /// <summary>The same of projected fields, which it cannot.</summary>
    internal Dictionary<string, object[]> Projected { get; } = [];

    /// <summary>Makes the fields and fills them in batches of so many entries.</summary>
    internal void Write(NTupleWriter tuple, int batch)
    {
        foreach (var make in _fields) make(tuple);
        for (var from = 0; from < Entries; from += batch)
        {
            var to = Math.Min(Entries, from + batch);
            foreach (var append in _append) append(from, to);
            tuple.Fill(to - from);
        }
        _append.Clear();
    }

    private void Scalar<T>(string name, Func<int, T> value) where T : unmanaged
    {
        T[] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, [.. values.Cast<object>()]);
        _fields.Add(tuple =>
        {
            var field = tuple.Field<T>(name);
            _append.Add((from, to) => field.Append(values.AsSpan(from, to - from)));
        });
    }

    private void Text(string name, Func<int, string> value)
    {
        string[] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, values);
        _fields.Add(tuple =>
        {
            var field = tuple[name].Strings();
            _append.Add((from, to) => field.Append(values.AsSpan(from, to - from)));
        });
    }

    private void Vector<T>(string name, Func<int, IEnumerable<T>> value) where T : unmanaged
    {
        T[][] values = [.. Enumerable.Range(0, Entries).Select(i => value(i).ToArray())];
        Values.Add(name, values);
        _fields.Add(tuple =>
        {
            var field = tuple[name].Vector();
            var item = field.Item.Of<T>();
            _append.Add((from, to) =>
            {
                field.Append([.. values[from..to].Select(list => list.Length)]);
                item.Append([.. values[from..to].SelectMany(list => list)]);
            });
        });
    }

    private void Texts(string name, Func<int, string[]> value)
    {
        string[][] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, values);
        _fields.Add(tuple =>
        {
            var field = tuple[name].Vector();
            var item = field.Item.Strings();
            _append.Add((from, to) =>
            {
                field.Append([.. values[from..to].Select(list => list.Length)]);
                item.Append([.. values[from..to].SelectMany(list => list)]);
            });
        });
    }

    private void Nested<T>(string name, Func<int, T[][]> value) where T : unmanaged
    {
        T[][][] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, values);
        _fields.Add(tuple =>
        {
            var field = tuple[name].Vector();
            var inner = field.Item.Vector();
            var item = inner.Item.Of<T>();
            _append.Add((from, to) =>
            {
                field.Append([.. values[from..to].Select(list => list.Length)]);
                inner.Append([.. values[from..to].SelectMany(list => list.Select(innerList => innerList.Length))]);
                item.Append([.. values[from..to].SelectMany(list => list.SelectMany(innerList => innerList))]);
            });
        });
    }

    private void Fixed<T>(string name, int length, Func<int, int, T> value) where T : unmanaged
    {
        T[][] values = [.. Enumerable.Range(0, Entries).Select(i => Enumerable.Range(0, length).Select(k => value(i, k)).ToArray())];
        Values.Add(name, values);
        _fields.Add(tuple =>
        {
            var item = tuple[name].Array(length).Item.Of<T>();
            _append.Add((from, to) => item.Append([.. values[from..to].SelectMany(list => list)]));
        });
    }

    private void Jets(string name, int[] counts, Random random)
    {
        float[][] pt = [.. counts.Select(count => Enumerable.Range(0, count).Select(_ => (float)random.NextDouble()).ToArray())];
        byte[][] id = [.. counts.Select((count, i) => Enumerable.Range(0, count).Select(k => (byte)(i + k & 7)).ToArray())];
        Projected.Add($"n{name}", [.. counts.Select(count => (object)(uint)count)]);
        Projected.Add($"{name}_pt", pt);
        Projected.Add($"{name}_id", id);
        _fields.Add(tuple =>
        {
            var jets = tuple.Collection(name);
            var (ptField, idField) = (jets.Field<float>("pt", "transverse momentum"), jets.Field<byte>("id"));
            _append.Add((from, to) =>
            {
                jets.Append(counts.AsSpan(from, to - from));
                ptField.Append([.. pt[from..to].SelectMany(list => list)]);
                idField.Append([.. id[from..to].SelectMany(list => list)]);
            });
        });
    }
}
