using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Tests.Shared;

/// <summary>A tree with a column of every type and shape that can be written, and what belongs into it.</summary>
internal sealed class TreeExample
{
    private readonly List<Action<TreeWriter>> _columns = [];
    private readonly List<Action<int, int>> _append = [];
    private readonly int[] _jets;
    private readonly int[] _muons;

    internal TreeExample(int entries, int seed = 5)
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
        Scalar("f32", i => i == 7 ? float.NaN : i == 8 ? float.NegativeInfinity : (float)random.NextDouble());
        Scalar("f64", i => i == 9 ? double.PositiveInfinity : random.NextDouble() - 0.5);
        Fixed("flags", 8, [8], (i, k) => (i + k) % 5 == 0);
        Fixed("mat", 6, [2, 3], (i, k) => i + 0.125f * k);
        Text("text", i => i % 11 == 0 ? "" : i % 97 == 0 ? new string('x', 300) : $"entry {i} größer");
        _jets = Counts("nJet", i => i % 13 == 0 ? 0 : random.Next(6));
        Jagged("Jet_pt", "nJet", _jets, 1, [], (i, k) => 20 + (float)(100 * random.NextDouble()), "transverse momentum of the jets");
        Jagged("Jet_d", "nJet", _jets, 1, [], (i, k) => random.NextDouble());
        Jagged("Jet_id", "nJet", _jets, 1, [], (i, k) => i * 10 + k);
        Jagged("Jet_key", "nJet", _jets, 1, [], (i, k) => (ulong)(i * 1000 + k));
        Jagged("Jet_tag", "nJet", _jets, 1, [], (i, k) => k % 2 == 0);
        Jagged("Jet_idx", "nJet", _jets, 1, [], (i, k) => (short)(k - 1));
        Jagged("Jet_hits", "nJet", _jets, 3, [3], (i, k) => i - k);
        _muons = Counts("nMuon", i => i % 2, isUnsigned: true);
        Jagged("Muon_charge", "nMuon", _muons, 1, [], (i, k) => (sbyte)(i % 4 < 2 ? 1 : -1));
    }

    internal int Entries { get; }

    /// <summary>By column one value, string or array per entry.</summary>
    internal Dictionary<string, object[]> Values { get; } = [];

    /// <summary>Makes the columns and fills them in batches of so many entries.</summary>
    internal void Write(TreeWriter tree, int batch)
    {
        foreach (var make in _columns) make(tree);
        for (var from = 0; from < Entries; from += batch)
        {
            var to = Math.Min(Entries, from + batch);
            foreach (var append in _append) append(from, to);
            tree.Fill(to - from);
        }
        _append.Clear();
    }

    private void Scalar<T>(string name, Func<int, T> value) where T : unmanaged
    {
        T[] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, [.. values.Cast<object>()]);
        _columns.Add(tree =>
        {
            var column = tree.Column<T>(name);
            _append.Add((from, to) => column.Append(values.AsSpan(from, to - from)));
        });
    }

    private void Fixed<T>(string name, int length, int[] dimensions, Func<int, int, T> value) where T : unmanaged
    {
        T[][] values = [.. Enumerable.Range(0, Entries).Select(i => Enumerable.Range(0, length).Select(k => value(i, k)).ToArray())];
        Values.Add(name, values);
        _columns.Add(tree =>
        {
            var column = tree.Column<T>(name, dimensions: dimensions);
            _append.Add((from, to) => column.Append([.. values[from..to].SelectMany(entry => entry)]));
        });
    }

    private void Text(string name, Func<int, string> value)
    {
        string[] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, values);
        _columns.Add(tree =>
        {
            var column = tree.Strings(name);
            _append.Add((from, to) => column.Append(values.AsSpan(from, to - from)));
        });
    }

    private int[] Counts(string name, Func<int, int> value, bool isUnsigned = false)
    {
        int[] values = [.. Enumerable.Range(0, Entries).Select(value)];
        Values.Add(name, [.. values.Cast<object>()]);
        _columns.Add(tree =>
        {
            var column = tree.Counter(name, isUnsigned: isUnsigned);
            _append.Add((from, to) => column.Append(values.AsSpan(from, to - from)));
        });
        return values;
    }

    private void Jagged<T>(string name, string counter, int[] counts, int length, int[] dimensions, Func<int, int, T> value, string title = "") where T : unmanaged
    {
        T[][] values = [.. counts.Select((count, i) => Enumerable.Range(0, count * length).Select(k => value(i, k)).ToArray())];
        Values.Add(name, values);
        _columns.Add(tree =>
        {
            var column = tree.Column<T>(name, counter, title, dimensions);
            _append.Add((from, to) => column.Append([.. values[from..to].SelectMany(entry => entry)]));
        });
    }
}
