using System.Reflection;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>What will be read: for each data set the files, for each file the columns and the runs of events.</summary>
public sealed class RunPlan
{
    internal RunPlan(IReadOnlyList<PlannedFile> files) => Files = files;

    /// <summary>The files in the order of the data sets.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>Number of events that will be processed.</summary>
    public long Events => Files.Sum(file => file.Events);

    /// <summary>Opens each file, runs the analysis over no events to learn its columns, and checks that the file has them all.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file cannot be read.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">A file lacks the tree or a column; the nearest names are listed.</exception>
    public static RunPlan Make<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunOptions options) where TBatch : EventBatch, new()
    {
        List<PlannedFile> files = [];
        for (var i = 0; i < datasets.Count; i++)
        {
            var left = options.MaxEvents;
            var scratch = new Lane();
            foreach (var input in datasets[i].Files)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                using var file = RootFile.Open(input.Path);
                var tree = file.GetTree(input.Tree);
                var used = Trace(datasets[i].Analysis, tree, scratch);
                var lanes = LanePlanner.Plan(tree.ClusterBoundaries(used), Math.Min(left, tree.Entries));
                var planned = new PlannedFile(i, datasets[i].Name, input.Path, input.Tree, file.Uuid, tree.Entries, lanes, [.. used.Select(Column)]);
                files.Add(planned);
                left -= planned.Events;
            }
            scratch.MergeAndClear();
        }
        return new RunPlan(files);
    }

    private static Branch[] Trace<TBatch>(IAnalysis<TBatch> analysis, Tree tree, Lane scratch) where TBatch : EventBatch, new()
    {
        var trace = new ColumnTrace(tree);
        var batch = new TBatch();
        batch.Bind(trace, 0);
        scratch.Enter();
        try
        {
            analysis.Process(batch);
        }
        finally
        {
            Lane.Leave();
        }
        trace.ThrowIfMissing();
        foreach (var branch in BranchesReadInLoops((analysis as IWrittenElsewhere)?.Code ?? analysis.GetType().Assembly))
            if (trace.Has(branch)) trace.Note(branch, "");
        return [.. trace.Used.Select(tree.GetBranch)];
    }

    /// <summary>Branches that code of the assembly reads object by object, which a run over no events does not come across. Some may be read
    /// under conditions only, so that one that a file lacks is no error yet.</summary>
    private static IEnumerable<string> BranchesReadInLoops(Assembly assembly) =>
        assembly.GetCustomAttributes<ReadsBranchesAttribute>().SelectMany(attribute => attribute.Branches);

    private static PlannedColumn Column(Branch branch) => new(
        branch.Name, branch.CompressedBytes, branch.UncompressedBytes,
        2 * (branch.CompressedBytes + branch.UncompressedBytes) / Math.Max(1, branch.BasketCount));
}
