using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples;

/// <summary>A column of an RNTuple as it is read: the values of one leaf field, with the lists around them. Immutable, safe for several threads.</summary>
public sealed class NTupleColumn
{
    private readonly Lazy<BranchReadCounters> _counters;
    private readonly Lazy<(long Stored, long Decompressed, long Largest, int Pages)> _sizes;

    internal NTupleColumn(NTuple ntuple, string name, NTupleField field, LeafType type, LeafSource source, IReadOnlyList<NTupleLevel> levels)
    {
        (NTuple, Name, Field, LeafType, Source, Levels) = (ntuple, name, field, type, source, levels);
        ListDepth = levels.Count(level => level.IsList);
        ElementSize = LeafTypes.SizeOf(type);
        var innermost = 1;
        for (var i = levels.Count - 1; i >= 0 && !levels[i].IsList; i--) innermost *= levels[i].FixedLength;
        FixedLength = innermost;
        _counters = new Lazy<BranchReadCounters>(() => ntuple.File.Counters.OfBranch(Where));
        _sizes = new Lazy<(long, long, long, int)>(() => ColumnSizes.Of(this));
    }

    /// <summary>The RNTuple it belongs to.</summary>
    public NTuple NTuple { get; }

    /// <summary>Name of the top-level field and of the fields below, joined by dots: <c>Jet_pt</c>, <c>tracks.hits.x</c>, <c>map.key</c>.</summary>
    public string Name { get; }

    /// <summary>The leaf field.</summary>
    public NTupleField Field { get; }

    /// <summary>Type of one value; that of the field, whatever the columns are encoded as.</summary>
    public LeafType LeafType { get; }

    /// <summary>Bytes of one value; 1 for the characters of a string.</summary>
    public int ElementSize { get; }

    /// <summary>The steps from an entry to the values, outermost first.</summary>
    public IReadOnlyList<NTupleLevel> Levels { get; }

    /// <summary>Number of list levels.</summary>
    public int ListDepth { get; }

    /// <summary>Whether the values are the lengths of lists, as the field nJet shows those of the jets.</summary>
    public bool IsCardinality => Source == LeafSource.Lengths;

    /// <summary>Values per entry, or per element of the innermost list: the product of the fixed dimensions there.</summary>
    public int FixedLength { get; }

    /// <summary>Bytes of all pages in the file, those of its lists included.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public long CompressedBytes => _sizes.Value.Stored;

    /// <summary>Bytes of all pages decompressed, those of its lists included.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public long UncompressedBytes => _sizes.Value.Decompressed;

    /// <summary>Number of pages, those of its lists included.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public int PageCount => _sizes.Value.Pages;

    /// <summary>Bytes of its largest page, compressed and decompressed together.</summary>
    /// <exception cref="RootFormatException">A page list is damaged.</exception>
    public long LargestPage => _sizes.Value.Largest;

    /// <summary>Pages decoded so far by all readers.</summary>
    public BranchReadCounters Counters => _counters.Value;

    /// <summary>Whether both have the same lists because they share the columns that say their lengths.</summary>
    public bool HasSameLists(NTupleColumn other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, others) = (ListFields().ToArray(), other.ListFields().ToArray());
        if (NTuple != other.NTuple || mine.Length != others.Length) return false;
        for (var i = 0; i < mine.Length; i++)
            if (mine[i].Alternative != others[i].Alternative || mine[i].Inside != others[i].Inside || mine[i].FixedLength != others[i].FixedLength || mine[i].Column != others[i].Column) return false;
        return true;
    }

    /// <summary>Whether both show the same stored values in the same lists, as <c>Jet.pt</c> and <c>Jet_pt</c> do.</summary>
    public bool HasSameValues(NTupleColumn other) =>
        HasSameLists(other) && Source == other.Source && Streamed?.Index == other.Streamed?.Index && Field.Representations[0].Select(column => column.Id).SequenceEqual(other.Field.Representations[0].Select(column => column.Id));

    internal LeafSource Source { get; }

    /// <summary>Which values of streamed objects it shows; null for others.</summary>
    internal StreamedColumn? Streamed { get; init; }

    /// <summary>For errors: <c>Events/Jet_pt</c>.</summary>
    internal string Where => $"{NTuple.Path}/{Name}";

    internal RootFormatException Error(string reason) => new(NTuple.File.Path, Where, null, reason);

    /// <summary>Name, type and lists, for example <c>Jet_pt: list&lt;Float&gt;</c>.</summary>
    public override string ToString()
    {
        var text = LeafType.ToString();
        for (var i = Levels.Count - 1; i >= 0; i--) text = Levels[i].IsList ? $"list<{text}>" : $"{text}[{Levels[i].FixedLength}]";
        return $"{Name}: {text}";
    }

    // The lists by the first of the columns that say their lengths; a cardinality shows the lengths of lists that end with it.
    private IEnumerable<(int Alternative, int Inside, int FixedLength, int Column)> ListFields()
    {
        var last = Levels.Count;
        while (last > 0 && !Levels[last - 1].IsList && Source != LeafSource.Lengths) last--;
        for (var i = 0; i < last; i++) yield return (Levels[i].Alternative, Levels[i].Inside, Levels[i].FixedLength, Levels[i].IsList ? Levels[i].Field.Representations[0][0].Id : -1);
        if (Source == LeafSource.Lengths) yield return (0, 0, 0, Field.Representations[0][0].Id);
    }
}
