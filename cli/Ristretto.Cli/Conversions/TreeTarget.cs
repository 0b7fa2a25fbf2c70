using System.Runtime.InteropServices;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Cli.Conversions;

/// <summary>Columns become branches of the same names; lists take their lengths from counters, which are made where there are none.</summary>
internal sealed class TreeTarget(TreeWriter tree) : ITargetTable
{
    private readonly List<(SourceColumn Column, AppendValues Append)> _appends = [];

    public void Make(IReadOnlyList<SourceColumn> columns, List<(string Name, string Reason)> leftOut)
    {
        var counters = columns.Where(column => column.Counter is not null).GroupBy(column => column.Counter!).ToDictionary(group => group.Key, group => group.First());
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.IsNested) leftOut.Add((column.Name, "lists of lists or of strings have no place in a tree; --to rntuple keeps them"));
            else if (counters.TryGetValue(column.Name, out var counted)) MakeCounter(column.Name, column.Title, column.Type is LeafType.UInt32, counted, made);
            else if (column.Counter is { } counter)
            {
                MakeCounter(counter, "", false, column, made);
                MakeColumn(column);
            }
            else MakeColumn(column);
        }
    }

    public void Append(int entries)
    {
        foreach (var (column, append) in _appends) append(column);
        tree.Fill(entries);
    }

    public void Complete() => tree.Complete();

    private void MakeCounter(string name, string title, bool isUnsigned, SourceColumn counted, HashSet<string> made)
    {
        if (!made.Add(name)) return;
        var counter = tree.Counter(name, title, isUnsigned);
        _appends.Add((counted, column => counter.Append(column.Lengths)));
    }

    private void MakeColumn(SourceColumn column) => _appends.Add((column, column.Type == LeafType.String
        ? Strings(tree.Strings(column.Name, column.Title))
        : LeafTypes.Make(column.Type, new Maker(tree, column))));

    private static AppendValues Strings(StringColumn strings) => column =>
    {
        var bytes = column.Values;
        foreach (var length in column.Lengths)
        {
            strings.Append(bytes[..length]);
            bytes = bytes[length..];
        }
    };

    private sealed class Maker(TreeWriter tree, SourceColumn column) : ILeafTypeMaker<AppendValues>
    {
        public AppendValues Make<T>() where T : unmanaged
        {
            var writer = tree.Column<T>(column.Name, column.Counter, column.Title, [.. column.Dimensions]);
            return source => writer.Append(MemoryMarshal.Cast<byte, T>(source.Values));
        }
    }
}
