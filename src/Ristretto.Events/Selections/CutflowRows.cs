namespace Ristretto.Events.Selections;

/// <summary>Rows of a cutflow in relation to each other.</summary>
public static class CutflowRows
{
    /// <summary>The row that the efficiency of a row refers to: the cut required before it, usually the row above. The first row refers to itself.</summary>
    public static CutflowRow Before(this IReadOnlyList<CutflowRow> rows, int index)
    {
        if (index == 0) return rows[0];
        if (rows[index].After is { } after)
            for (var i = index - 1; i >= 0; i--)
                if (rows[i].Cut == after) return rows[i];
        return rows[index - 1];
    }
}
