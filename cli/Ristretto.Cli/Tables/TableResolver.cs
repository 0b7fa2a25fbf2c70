using System.Numerics;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Expressions;

namespace Ristretto.Cli.Tables;

/// <summary>Gives expressions the columns of a tree or an RNTuple, block by block; each column is read once per block and only when it is used.</summary>
internal abstract class TableResolver : IColumnResolver, IDisposable
{
    private readonly Dictionary<string, ExpressionValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lists> _lists = new(StringComparer.Ordinal);
    private byte[] _bytes = [];

    /// <summary>Number of entries in all.</summary>
    internal abstract long Entries { get; }

    /// <summary>Number of entries of the block at hand.</summary>
    public int Length { get; private set; }

    /// <summary>Names of all columns.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>First entry of the block at hand.</summary>
    protected long First { get; private set; }

    /// <summary>The decoders.</summary>
    protected DecodeContext Context { get; } = new();

    /// <summary>Opens the tree or RNTuple of that name.</summary>
    /// <exception cref="Bytes.Errors.SchemaException">There is none; names those that are there.</exception>
    internal static TableResolver Open(RootFile file, string name) =>
        file.Find(name) is { } key && RootFile.IsNTuple(key) ? new NTupleResolver(file.GetNTuple(name)) : new TreeResolver(file.GetTree(name));

    /// <summary>Makes sure that there is a column of that name that can be computed with.</summary>
    /// <exception cref="Bytes.Errors.SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    internal abstract void Require(string column);

    /// <summary>Says which columns will be read: over a network their bytes are fetched together, those of the next block ahead.</summary>
    internal virtual void Announce(IEnumerable<string> columns) { }

    /// <summary>Memory for a column: its decompressed bytes in all, and what is held to read it, a basket or a page's worth with its compressed form.</summary>
    internal abstract (long Decompressed, long Held) Footprint(string column);

    /// <summary>Goes to another block of entries.</summary>
    internal void MoveTo(long first, int entries)
    {
        (First, Length) = (first, entries);
        Fetch();
        _values.Clear();
        _lists.Clear();
    }

    /// <summary>Fetches what was announced of the block at hand.</summary>
    protected virtual void Fetch() { }

    public bool TryResolve(string name, out ExpressionValue value)
    {
        if (_values.TryGetValue(name, out value)) return true;
        if (!TryFind(name, out var type, out var lists)) return false;
        value = type switch
        {
            LeafType.Bool => ReadAnswers(name, lists),
            LeafType.Int8 => Read<sbyte>(name, lists),
            LeafType.UInt8 => Read<byte>(name, lists),
            LeafType.Int16 => Read<short>(name, lists),
            LeafType.UInt16 => Read<ushort>(name, lists),
            LeafType.Int32 => Read<int>(name, lists),
            LeafType.UInt32 => Read<uint>(name, lists),
            LeafType.Int64 => Read<long>(name, lists),
            LeafType.UInt64 => Read<ulong>(name, lists),
            LeafType.Float => Read<float>(name, lists),
            LeafType.Double => Read<double>(name, lists),
            _ => throw HoldsText(name),
        };
        _values.Add(name, value);
        return true;
    }

    public virtual void Dispose() => Context.Dispose();

    /// <summary>Finds a column: its type and, where entries have several values, what it shares its lists by.</summary>
    protected abstract bool TryFind(string name, out LeafType type, out string? lists);

    /// <summary>Bytes of a column's values in the block at hand.</summary>
    protected abstract int ValueBytes(string name);

    /// <summary>Reads a column's values in the block at hand.</summary>
    protected abstract void ReadValues(string name, Span<byte> destination);

    /// <summary>Number of values of a column for each entry of the block at hand.</summary>
    protected abstract void ReadCounts(string name, Span<int> counts);

    /// <summary>The error for a column of strings.</summary>
    protected abstract Exception HoldsText(string name);

    private ExpressionValue Read<T>(string name, string? lists) where T : unmanaged, INumber<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(ReadBytes(name));
        return lists is null ? ExpressionValue.Of(Column.Of(values)) : ExpressionValue.Of(JaggedColumn.Of(values, ListsOf(name, lists)));
    }

    private ExpressionValue ReadAnswers(string name, string? lists)
    {
        var values = ReadBytes(name);
        return lists is null ? ExpressionValue.Of(Column.Of(values) > 0) : ExpressionValue.Of(JaggedColumn.Of(values, ListsOf(name, lists)) > 0);
    }

    private ReadOnlySpan<byte> ReadBytes(string name)
    {
        var size = ValueBytes(name);
        if (_bytes.Length < size) _bytes = new byte[Math.Max(size, 2 * _bytes.Length)];
        ReadValues(name, _bytes.AsSpan(0, size));
        return _bytes.AsSpan(0, size);
    }

    private Lists ListsOf(string name, string key)
    {
        if (_lists.TryGetValue(key, out var lists)) return lists;
        var counts = new int[Length];
        ReadCounts(name, counts);
        return _lists[key] = Lists.FromCounts(counts);
    }
}
