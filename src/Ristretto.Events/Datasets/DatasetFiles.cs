using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Datasets;

/// <summary>What the files of a data set say about themselves, without a pass over the events.</summary>
public static class DatasetFiles
{
    /// <summary>Names of the branches in the tree of the first file; the other files are checked when the events are read.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="connections">The connections to servers.</param>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">The file cannot be read.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">It has no such tree.</exception>
    public static IReadOnlySet<string> Branches(this Dataset dataset, Connections? connections = null)
    {
        using var file = RootFile.Open(dataset.Files[0].Path, connections);
        return EventTable.Open(file, dataset.Files[0].Tree).Names.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The sum of generator weights before any selection: genEventSumw of the Runs trees of all files; null when a file has none.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="connections">The connections to servers.</param>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file cannot be read.</exception>
    public static double? SumOfGeneratorWeights(this Dataset dataset, Connections? connections = null)
    {
        var sum = 0.0;
        using var context = new DecodeContext();
        foreach (var input in dataset.Files)
        {
            using var file = RootFile.Open(input.Path, connections);
            if (!file.AllKeys().Any(key => key.Path == "Runs")) return null;
            var runs = EventTable.Open(file, "Runs");
            if (!runs.Has("genEventSumw") || runs.Get("genEventSumw") is not { LeafType: LeafType.Double, IsList: false }) return null;
            using var reader = runs.OpenReader(context);
            var values = new double[runs.Entries];
            reader["genEventSumw"].ReadValues(0, values.Length, MemoryMarshal.AsBytes(values.AsSpan()));
            sum += values.Sum();
        }
        return sum;
    }
}
