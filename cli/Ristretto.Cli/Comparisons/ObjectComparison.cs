using System.Globalization;
using Ristretto.Bytes.Objects;

namespace Ristretto.Cli.Comparisons;

/// <summary>Compares two objects of any class member by member; of histograms and graphs the members that people know by other names are called so.</summary>
internal sealed class ObjectComparison(DiffSettings settings, DiffResult result)
{
    private const int Deepest = 32;

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["fArray"] = "contents",
        ["fSumw2"] = "squared errors",
        ["fXaxis"] = "x axis",
        ["fYaxis"] = "y axis",
        ["fZaxis"] = "z axis",
        ["fEntries"] = "entries",
        ["fNbins"] = "bins",
        ["fXmin"] = "lower end",
        ["fXmax"] = "upper end",
        ["fXbins"] = "edges",
        ["fTitle"] = "title",
        ["fName"] = "name",
        ["fBinEntries"] = "entries of the bins",
    };

    // Objects that are pointed to more than once, or that point back, are compared once.
    private readonly HashSet<ObjectRecord> _compared = [];

    /// <summary>Compares two objects.</summary>
    internal void Run(string path, ObjectRecord left, ObjectRecord right) => Compare(path, "", left, right, 0);

    private void Compare(string path, string member, ObjectRecord left, ObjectRecord right, int depth)
    {
        if (left.ClassName != right.ClassName)
        {
            result.Add(path, "class", $"{Label(member)}{left.ClassName} against {right.ClassName}");
            return;
        }
        if ((left.UnreadReason ?? right.UnreadReason) is { } reason) result.NotCompared.Add((path, $"{Label(member)}{reason}"));
        if (depth > Deepest || !_compared.Add(left)) return;
        foreach (var name in left.Names.Where(name => name is not ("fUniqueID" or "fBits")))
        {
            var below = $"{member}{(member.Length > 0 ? ", " : "")}{s_names.GetValueOrDefault(name, name)}";
            if (right.Has(name)) CompareMember(path, below, name, left, right, depth);
            else result.Add(path, "member", $"{below} is missing in the second file");
        }
        foreach (var name in right.Names.Where(name => !left.Has(name))) result.Add(path, "member", $"{Label(member)}{name} is missing in the first file");
    }

    private void CompareMember(string path, string label, string name, ObjectRecord left, ObjectRecord right, int depth)
    {
        var kind = left.KindOf(name);
        if (kind != right.KindOf(name))
        {
            result.Add(path, "type", $"{label} is of another type");
            return;
        }
        switch (kind)
        {
            case MemberKind.Object:
                CompareObjects(path, label, left.GetObject(name), right.GetObject(name), depth);
                break;
            case MemberKind.Objects:
                var (mine, other) = (left.GetObjects(name), right.GetObjects(name));
                if (mine.Count != other.Count) result.Add(path, "member", $"{label}: {mine.Count} objects against {other.Count}");
                else
                    for (var i = 0; i < mine.Count; i++) CompareObjects(path, $"{label} {i}", mine[i], other[i], depth);
                break;
            case MemberKind.Text:
                if (left.Get<string>(name) is var text && right.Get<string>(name) is var otherText && text != otherText) Add(path, $"{label}: \"{text}\" against \"{otherText}\"", text, otherText);
                break;
            case MemberKind.Number or MemberKind.Array:
                CompareValues(path, label, Values(left, name, kind), Values(right, name, kind));
                break;
            default:
                result.NotCompared.Add((path, $"{label}: {left.Format(name)}"));
                break;
        }
    }

    private void CompareObjects(string path, string label, ObjectRecord? left, ObjectRecord? right, int depth)
    {
        if (left is not null && right is not null) Compare(path, label, left, right, depth + 1);
        else if (left is not null || right is not null) result.Add(path, "member", $"{label}: {left?.ClassName ?? "none"} against {right?.ClassName ?? "none"}");
    }

    private void CompareValues(string path, string label, IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        if (left.Count != right.Count)
        {
            result.Add(path, "member", $"{label}: {left.Count} values against {right.Count}");
            return;
        }
        var (count, first, largest) = (0L, -1, -1.0);
        for (var i = 0; i < left.Count; i++)
        {
            if (IsSame(left[i], right[i], out var difference)) continue;
            if (count++ == 0) first = i;
            largest = Math.Max(largest, difference);
        }
        if (count == 0) return;
        var (mine, other) = (Text(left[first]), Text(right[first]));
        var text = left.Count == 1 ? $"{label}: {mine} against {other}"
            : $"{label}: {count} of {left.Count} values differ, first number {first}: {mine} against {other}{(largest >= 0 ? $"; largest difference {largest.ToString("G6", CultureInfo.InvariantCulture)}" : "")}";
        result.Differences.Add(new Difference(path, "member", text) { Left = mine, Right = other, Largest = largest >= 0 ? largest : null });
    }

    private void Add(string path, string text, string left, string right) => result.Differences.Add(new Difference(path, "member", text) { Left = left, Right = right });

    private static string Label(string member) => member.Length == 0 ? "" : $"{member}: ";

    private static IReadOnlyList<object> Values(ObjectRecord record, string name, MemberKind kind)
    {
        if (kind == MemberKind.Number) return [record.Get<object>(name)];
        try
        {
            return record.GetArray<object>(name);
        }
        catch (ArgumentException)
        {
            return record.GetArray<string>(name);
        }
    }

    private bool IsSame(object left, object right, out double difference)
    {
        difference = -1;
        if (left.Equals(right)) return true;
        if (left is string or bool || right is string or bool) return false;
        var (mine, other) = (Convert.ToDouble(left, CultureInfo.InvariantCulture), Convert.ToDouble(right, CultureInfo.InvariantCulture));
        if (double.IsFinite(mine) && double.IsFinite(other)) difference = Math.Abs(mine - other);
        return difference == 0 && left is not (float or double) ? left.GetType() != right.GetType() : settings.IsSame(mine, other);
    }

    private static string Text(object value) => value switch
    {
        string text => $"\"{text}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
