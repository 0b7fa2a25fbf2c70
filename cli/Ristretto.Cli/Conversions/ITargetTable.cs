using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Cli.Conversions;

/// <summary>A tree or an ntuple that is written.</summary>
internal interface ITargetTable
{
    /// <summary>Begins a tree or an ntuple of the same name and title, with clusters of so many entries, or else by their bytes.</summary>
    static ITargetTable Begin(RootFileWriter writer, bool isNTuple, SourceTable source, Compression compression, int? clusterEntries = null) => isNTuple
        ? new NTupleTarget(writer.NTuple(source.Path, new NTupleOptions { Description = source.Title, Compression = compression, ClusterEntries = clusterEntries }))
        : new TreeTarget(writer.Tree(source.Path, new TreeOptions { Title = source.Title, Weight = source.Weight, Compression = compression, ClusterEntries = clusterEntries }));

    /// <summary>Makes the columns; those that the format cannot hold are added to the list with the reason.</summary>
    void Make(IReadOnlyList<SourceColumn> columns, List<(string Name, string Reason)> leftOut);

    /// <summary>Appends what the source columns have read.</summary>
    void Append(int entries);

    /// <summary>Ends the table.</summary>
    void Complete();
}
