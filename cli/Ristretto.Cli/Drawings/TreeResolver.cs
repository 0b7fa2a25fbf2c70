using System.Numerics;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Drawings;

/// <summary>Gives expressions the branches of any tree, block by block; each branch is read once per block and only when it is used.</summary>
internal sealed class TreeResolver(Tree tree) : IColumnResolver, IDisposable
{
    private readonly DecodeContext _context = new();
    private readonly Dictionary<string, BranchReader> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExpressionValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lists> _lists = new(StringComparer.Ordinal);
    private long _first;
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public IEnumerable<string> Names => tree.Branches.Select(branch => branch.Name);

    /// <summary>Goes to another block of entries.</summary>
    internal void MoveTo(long first, int entries)
    {
        (_first, Length) = (first, entries);
        _values.Clear();
        _lists.Clear();
    }

    public bool TryResolve(string name, out ExpressionValue value)
    {
        if (_values.TryGetValue(name, out value)) return true;
        if (!tree.TryGetBranch(name, out var branch)) return false;
        value = branch.LeafType switch
        {
            LeafType.Bool => ReadAnswers(branch),
            LeafType.Int8 => Read<sbyte>(branch),
            LeafType.UInt8 => Read<byte>(branch),
            LeafType.Int16 => Read<short>(branch),
            LeafType.UInt16 => Read<ushort>(branch),
            LeafType.Int32 => Read<int>(branch),
            LeafType.UInt32 => Read<uint>(branch),
            LeafType.Int64 => Read<long>(branch),
            LeafType.UInt64 => Read<ulong>(branch),
            LeafType.Float => Read<float>(branch),
            LeafType.Double => Read<double>(branch),
            _ => throw new SchemaException(tree.File.Path, $"{tree.Path}/{branch.Name} holds text, which cannot be computed with"),
        };
        _values.Add(name, value);
        return true;
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values) reader.Dispose();
        _context.Dispose();
    }

    private ExpressionValue Read<T>(Branch branch) where T : unmanaged, INumber<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(ReadBytes(branch));
        return IsList(branch) ? ExpressionValue.Of(JaggedColumn.Of(values, ListsOf(branch))) : ExpressionValue.Of(Column.Of(values));
    }

    private ExpressionValue ReadAnswers(Branch branch)
    {
        var values = ReadBytes(branch);
        return IsList(branch) ? ExpressionValue.Of(JaggedColumn.Of(values, ListsOf(branch)) > 0) : ExpressionValue.Of(Column.Of(values) > 0);
    }

    private ReadOnlySpan<byte> ReadBytes(Branch branch)
    {
        var reader = Reader(branch);
        var size = reader.ValueBytes(_first, Length);
        if (_bytes.Length < size) _bytes = new byte[Math.Max(size, 2 * _bytes.Length)];
        reader.ReadValues(_first, Length, _bytes.AsSpan(0, size));
        return _bytes.AsSpan(0, size);
    }

    private static bool IsList(Branch branch) => branch.Counter is not null || branch.FixedLength > 1;

    // Branches with the same counter share their lists; a fixed array is a list of always the same length.
    private Lists ListsOf(Branch branch)
    {
        var key = $"{branch.Counter?.Name}[{branch.FixedLength}]";
        if (_lists.TryGetValue(key, out var lists)) return lists;
        var counts = new int[Length];
        if (branch.Counter is null) Array.Fill(counts, 1);
        else Reader(branch).ReadCounts(_first, Length, counts);
        for (var i = 0; i < counts.Length; i++) counts[i] *= branch.FixedLength;
        return _lists[key] = Lists.FromCounts(counts);
    }

    private BranchReader Reader(Branch branch)
    {
        if (_readers.TryGetValue(branch.Name, out var reader)) return reader;
        return _readers[branch.Name] = new BranchReader(branch, _context);
    }
}
