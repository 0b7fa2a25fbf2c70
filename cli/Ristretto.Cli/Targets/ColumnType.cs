using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Targets;

/// <summary>The type of a column's values as it is printed: <c>list&lt;float&gt;</c>, <c>int32[2][3]</c>, <c>string</c>.</summary>
internal static class ColumnType
{
    internal static string Of(NTupleColumn column)
    {
        var type = LeafTypes.NameOf(column.LeafType);
        for (var level = column.Levels.Count - 1; level >= 0;)
        {
            // Dimensions that follow each other stand in their order behind what they repeat.
            var first = level;
            while (first >= 0 && !column.Levels[first].IsList) first--;
            type += string.Concat(Enumerable.Range(first + 1, level - first).Select(i => $"[{column.Levels[i].FixedLength}]"));
            if (first >= 0) type = $"list<{type}>";
            level = first - 1;
        }
        return type;
    }
}
