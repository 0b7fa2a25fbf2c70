using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Events.Engine.Tables;

/// <summary>Reads a field for all of its columns: the entries at hand are decoded once.</summary>
internal sealed class TreeFieldReader(TreeField field, DecodeContext context) : IDisposable
{
    private long _first = -1;
    private int _events;

    /// <summary>What reads the field.</summary>
    internal FieldReader Values { get; } = field.Open(context);

    /// <summary>Goes to consecutive events, unless it is there.</summary>
    internal void MoveTo(long first, int events)
    {
        if (_first == first && _events == events) return;
        _first = -1;                                         // should reading fail half way
        Values.Read(first, events);
        (_first, _events) = (first, events);
    }

    public void Dispose() => Values.Dispose();
}

/// <summary>Reads one column of a field.</summary>
internal sealed class TreeFieldColumnReader(TreeFieldColumn column, TreeFieldReader reader) : EventColumnReader(column)
{
    internal override void ReadValues(long first, int events, Span<byte> destination)
    {
        reader.MoveTo(first, events);
        var values = reader.Values.Bytes(column.Index);
        if (values.Length != destination.Length) ThrowOtherSize(first, events, values.Length, destination.Length, "bytes");
        values.CopyTo(destination);
    }

    internal override void ReadCounts(long first, Span<int> counts)
    {
        reader.MoveTo(first, counts.Length);
        if (column.Stored.ListLevels == 0) counts.Fill(column.Stored.FixedLength);
        else Copy(reader.Values.Lengths(column.Index, 0), first, counts.Length, counts);
    }

    internal override void ReadInnerCounts(long first, int events, Span<int> counts)
    {
        reader.MoveTo(first, events);
        if (column.Stored.ListLevels < 2) counts.Fill(column.Stored.FixedLength);
        else Copy(reader.Values.Lengths(column.Index, 1), first, events, counts);
    }

    // Members of the same objects have lists of the same lengths, which are those of the objects' branch.
    internal override bool IsCountedBy(EventColumnReader counter) => counter.Column is TreeFieldColumn other && column.Field.HasSameObjects(other.Field);

    private void Copy(ReadOnlySpan<long> lengths, long first, int events, Span<int> counts)
    {
        if (lengths.Length != counts.Length) ThrowOtherSize(first, events, lengths.Length, counts.Length, "lists");
        for (var i = 0; i < counts.Length; i++) counts[i] = (int)lengths[i];
    }

    [DoesNotReturn]
    private void ThrowOtherSize(long first, int events, int found, int expected, string noun) => throw new RootFormatException(
        column.Field.Tree.File.Path, $"{column.Field.Tree.Path}/{column.Name}", null, $"entries {first} to {first + events} have {found} {noun}, {expected} are expected");
}
