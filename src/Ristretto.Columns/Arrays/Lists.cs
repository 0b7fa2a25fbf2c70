using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>How the values of a jagged column are divided into lists: list i of event i spans <c>[Offsets[i], Offsets[i + 1])</c> of the flat values.</summary>
public readonly partial struct Lists
{
    private static readonly ColumnBuffer<int> s_none = ColumnBuffer<int>.CopyOf([0]);

    private readonly ColumnBuffer<int> _offsets;

    internal Lists(ColumnBuffer<int> offsets) => _offsets = offsets;

    internal ColumnBuffer<int> Buffer => _offsets.Length == 0 ? s_none : _offsets;

    internal Workspace? Workspace => _offsets.Workspace;

    /// <summary>Number of lists, one per event.</summary>
    public int Length => Buffer.Length - 1;

    /// <summary>Number of values in all lists together.</summary>
    public int Total => Offsets[^1];

    /// <summary>Offsets, shape <c>[events + 1]</c>; the first is 0.</summary>
    public ReadOnlySpan<int> Offsets => Buffer.Span;

    /// <summary>Length of each list, shape <c>[events]</c>.</summary>
    public Column<int> Count
    {
        get
        {
            var offsets = Offsets;
            var counts = ColumnBuffer<int>.Allocate(Workspace, offsets.Length - 1);
            var target = counts.Span;
            for (var i = 0; i < target.Length; i++) target[i] = offsets[i + 1] - offsets[i];
            return new Column<int>(counts);
        }
    }

    /// <summary>Lists of the given lengths.</summary>
    /// <exception cref="ArgumentException">A length is negative.</exception>
    public static Lists FromCounts(ReadOnlySpan<int> counts) => FromCounts(counts, null);

    internal static Lists FromCounts(ReadOnlySpan<int> counts, Workspace? workspace)
    {
        var offsets = ColumnBuffer<int>.Allocate(workspace, counts.Length + 1);
        var target = offsets.Span;
        var sum = 0;
        target[0] = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0) throw new ArgumentException($"list {i} has the length {counts[i]}");
            sum = checked(sum + counts[i]);
            target[i + 1] = sum;
        }
        return new Lists(offsets);
    }

    /// <summary>The lists of the given events, and what is in them.</summary>
    internal (Lists Lists, ColumnBuffer<T> Values) Select<T>(ColumnBuffer<T> values, EventIndex index) where T : unmanaged
    {
        var workspace = values.Workspace ?? index.Buffer.Workspace;
        var offsets = ColumnBuffer<int>.Allocate(workspace, index.Length + 1);
        var result = ColumnBuffer<T>.Allocate(workspace, Gather.Offsets(Offsets, index.AsSpan(), offsets.Span));
        Gather.Lists(values.Span, Offsets, index.AsSpan(), offsets.Span, result.Span);
        return (new Lists(offsets), result);
    }

    /// <summary>The lists of the given events, and the flat positions of what is in them.</summary>
    internal (Lists Lists, ColumnBuffer<int> Positions) SelectPositions(EventIndex index)
    {
        var workspace = Workspace ?? index.Buffer.Workspace;
        var offsets = ColumnBuffer<int>.Allocate(workspace, index.Length + 1);
        var result = ColumnBuffer<int>.Allocate(workspace, Gather.Offsets(Offsets, index.AsSpan(), offsets.Span));
        Gather.Ranges(Offsets, index.AsSpan(), offsets.Span, result.Span);
        return (new Lists(offsets), result);
    }

    /// <summary>Throws unless both divide into lists of the same lengths.</summary>
    /// <exception cref="ArgumentException">They differ; the message names the first event that does.</exception>
    internal void RequireSame(in Lists other, string left, string right)
    {
        if (Buffer.IsSame(other.Buffer)) return;
        var a = Offsets;
        var b = other.Offsets;
        if (a.SequenceEqual(b)) return;
        if (a.Length != b.Length)
            throw new ArgumentException($"cannot combine {left} of {a.Length - 1} events with {right} of {b.Length - 1} events");
        var at = 0;
        while (a[at + 1] - a[at] == b[at + 1] - b[at]) at++;
        throw new ArgumentException($"cannot combine {left} with {right}: event {at} has {a[at + 1] - a[at]} values on the left and {b[at + 1] - b[at]} on the right");
    }

    /// <summary>Throws unless there is one list per value of a column with one value per event.</summary>
    internal void RequireLength(int events, string left, string right)
    {
        if (Length != events) throw new ArgumentException($"cannot combine {left} of {Length} events with {right} of {events} events");
    }
}
