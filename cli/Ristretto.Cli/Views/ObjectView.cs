using Ristretto.Bytes.Objects;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Summaries;

namespace Ristretto.Cli.Views;

/// <summary>An object of any class: histograms and graphs as people look at them, others member by member.</summary>
internal static class ObjectView
{
    private const int Deepest = 6, LongestList = 40, Indent = 2;

    internal static void Print(ObjectRecord record, int width, TextWriter output)
    {
        if (HistogramFields.IsHistogram(record.ClassName)) HistogramView.Print(record, width, output);
        else if (record.ClassName.StartsWith("TGraph", StringComparison.Ordinal) && record.Has("fNpoints")) GraphView.Print(record, output);
        else if (record.ClassName == "TEfficiency") PrintEfficiency(record, width, output);
        else
        {
            output.WriteLine(Heading(record));
            PrintMembers(record, 1, [record], output);
        }
    }

    /// <summary>Class, name and title.</summary>
    internal static string Heading(ObjectRecord record) =>
        $"{record.ClassName}{(record.Name is { Length: > 0 } name ? $"   {name}" : "")}{(record.Title is { Length: > 0 } title && title != record.Name ? $"   {title}" : "")}";

    private static void PrintEfficiency(ObjectRecord record, int width, TextWriter output)
    {
        output.WriteLine($"{Heading(record)}   confidence level {record.Format("fConfLevel")}");
        foreach (var member in (ReadOnlySpan<string>)["fPassedHistogram", "fTotalHistogram"])
            if (record.GetObject(member) is { } histogram) HistogramView.Print(histogram, width, output);
    }

    // Objects that are pointed to more than once, or that point back, are shown once.
    private static void PrintMembers(ObjectRecord record, int depth, HashSet<ObjectRecord> shown, TextWriter output)
    {
        var space = new string(' ', Indent * depth);
        if (record.UnreadReason is { } reason) output.WriteLine($"{space}not read: {reason}");
        var names = record.Names.Where(name => name is not ("fUniqueID" or "fBits" or "fOptions")).ToArray();
        var widest = names.Length == 0 ? 0 : Math.Min(24, names.Max(name => name.Length));
        foreach (var name in names)
        {
            var label = $"{space}{name.PadRight(widest)}  ";
            switch (record.KindOf(name))
            {
                case MemberKind.Object when record.GetObject(name) is not { } below:
                    output.WriteLine($"{label}none");
                    break;
                case MemberKind.Object:
                    PrintObject(label, record.GetObject(name)!, depth, shown, output);
                    break;
                case MemberKind.Objects:
                    PrintList(label, record.GetObjects(name), depth, shown, output);
                    break;
                default:
                    output.WriteLine($"{label}{record.Format(name)}".TrimEnd());
                    break;
            }
        }
    }

    private static void PrintObject(string label, ObjectRecord item, int depth, HashSet<ObjectRecord> shown, TextWriter output)
    {
        output.WriteLine($"{label}{Heading(item)}{(shown.Contains(item) ? "   (above)" : "")}");
        if (!shown.Add(item)) return;
        if (depth < Deepest) PrintMembers(item, depth + 1, shown, output);
    }

    private static void PrintList(string label, IReadOnlyList<ObjectRecord?> items, int depth, HashSet<ObjectRecord> shown, TextWriter output)
    {
        output.WriteLine($"{label}{Quantity.Count(items.Count, "object", "objects")}");
        var space = new string(' ', Indent * (depth + 1));
        foreach (var item in items.Take(LongestList))
        {
            if (item is null) output.WriteLine($"{space}none");
            else PrintObject(space, item, depth + 1, shown, output);
        }
        if (items.Count > LongestList) output.WriteLine($"{space}… {Quantity.Count(items.Count - LongestList)} more");
    }
}
