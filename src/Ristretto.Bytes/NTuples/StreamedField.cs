using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.NTuples;

/// <summary>A field whose objects are stored as ROOT streams them: the end of each object in one column, the bytes of all in another. Immutable, safe for
/// several threads.</summary>
/// <param name="ntuple">The RNTuple.</param>
/// <param name="name">Names from the top-level field down.</param>
/// <param name="stored">The field.</param>
/// <param name="classes">The classes that the RNTuple describes.</param>
/// <param name="step">Reads an object.</param>
internal sealed class StreamedField(NTuple ntuple, string name, NTupleField stored, ClassCatalogue classes, Step step)
{
    /// <summary>The RNTuple.</summary>
    public NTuple NTuple => ntuple;

    /// <summary>Names from the top-level field down.</summary>
    public string Name => name;

    /// <summary>The field.</summary>
    public NTupleField Field => stored;

    /// <summary>Reads an object.</summary>
    public Step Step => step;

    /// <summary>For errors: <c>Events/tracks.cov</c>.</summary>
    public string Where => $"{ntuple.Path}/{name}";

    /// <summary>What objects share while they are read. Each object has a buffer of its own, so positions count from its first byte.</summary>
    public StreamScope NewScope() => new(classes, 0);

    /// <summary>Takes objects apart into columns.</summary>
    public ColumnFlattener Flatten(ValueBuffer objects) => ColumnFlattener.Of(name, objects);

    /// <summary>The step of a streamed field; null with the reason when it cannot be read.</summary>
    public static Step? StepOf(NTupleField field, ClassCatalogue classes, out string? reason)
    {
        var (type, checksum, version) = (CppType.Parse(field.TypeName), field.Record.TypeChecksum, unchecked((int)field.Record.TypeVersion));
        var isDescribed = classes.InfoOf(field.TypeName) is not null && !type.IsCollection && !type.IsPair;
        var step = isDescribed
            ? classes.Find(field.TypeName, info => (checksum is { } known ? info.WithChecksum(known) : null) ?? info.OfVersion(version))!
            : classes.OfType(type, hasHeader: true);
        reason = (step as OpaqueStep)?.Reason;
        return reason is null ? step : null;
    }

    /// <summary>The levels from an object to the values of one of its columns.</summary>
    /// <param name="view">The column.</param>
    /// <param name="lists">All lists of the object, to which those of this column are added.</param>
    public IEnumerable<NTupleLevel> Levels(ColumnView view, List<ListBuffer> lists)
    {
        var (values, passed) = (view.Outermost, 0);
        while (true)
        {
            switch (values)
            {
                case ListBuffer list:
                    var known = lists.IndexOf(view.Lists[passed]);
                    if (known < 0)
                    {
                        known = lists.Count;
                        lists.Add(view.Lists[passed]);
                    }
                    yield return NTupleLevel.Streamed(stored, known + 1);
                    (values, passed) = (list.Items, passed + 1);
                    break;
                case ArrayBuffer array:
                    yield return NTupleLevel.Fixed(stored, array.Length);
                    values = array.Items;
                    break;
                default:
                    yield break;
            }
        }
    }
}

/// <summary>Which values of streamed objects a column shows.</summary>
/// <param name="Object">The field with the objects.</param>
/// <param name="Index">The column among those of the objects.</param>
/// <param name="Levels">Number of levels above the objects.</param>
/// <param name="Lists">Number of lists among these.</param>
internal sealed record StreamedColumn(StreamedField Object, int Index, int Levels, int Lists);
