using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Bytes.Trees.Merging;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Merges files into one: trees are joined, histograms and profiles summed, other objects kept where all files have the same.</summary>
/// <remarks>One file is open at a time, and of the trees only the lists of baskets are held. The output grows under a temporary name and takes its own when it is whole.</remarks>
public sealed class FileMerger
{
    private readonly MergeOptions _options;
    private readonly MergeTarget _target;
    private readonly Dictionary<string, (IMergedObject Object, string ClassName, int Files)> _objects = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);
    private Dictionary<string, UnionSchema> _unions = [];

    private FileMerger(MergeOptions options, MergeTarget target) => (_options, _target) = (options, target);

    /// <summary>Merges files.</summary>
    /// <param name="inputs">Paths or addresses, in the order in which entries follow each other.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="options">How.</param>
    /// <exception cref="RistrettoException">A file cannot be read, the files do not fit together, or the output cannot be written.</exception>
    /// <exception cref="ArgumentException">There are no files.</exception>
    public static MergeReport Merge(IReadOnlyList<string> inputs, string output, MergeOptions options)
    {
        if (inputs.Count == 0) throw new ArgumentException("no files to merge", nameof(inputs));
        var full = Path.GetFullPath(output);
        foreach (var input in inputs)
            if (!input.Contains("://", StringComparison.Ordinal) && Path.GetFullPath(input) == full) throw new OutputException(output, "it is one of the files to merge; give the output another name");
        if (!options.Overwrite && File.Exists(output)) throw new OutputException(output, "exists already; --overwrite replaces it");
        using var writer = RootFileWriter.Create(output, new RootWriteOptions { Threads = options.Threads });
        var counters = new MergeCounters();
        var (current, done) = ("", 0);
        var target = new MergeTarget(writer, counters, options.Compression, options.Connections, () => options.Progress?.Invoke(new MergeProgress(current, done, inputs.Count, counters.Copied)), options.Cancellation);
        var merger = new FileMerger(options, target);
        if (options.Schema == MergeSchema.Union) merger._unions = UnionSchema.OfDiffering(Open(inputs, options.Connections), merger.IsSkipped, options.Cancellation);
        for (; done < inputs.Count; done++)
        {
            current = inputs[done];
            options.Cancellation.ThrowIfCancellationRequested();
            merger.Add(current);
        }
        foreach (var path in merger._order) merger._objects[path].Object.Write();
        writer.Complete();
        return new MergeReport([.. merger._order.Select(merger.Describe)], [.. merger._leftOut], counters.Copied, counters.Decompressed);
    }

    private static IEnumerable<RootFile> Open(IReadOnlyList<string> inputs, Connections? connections)
    {
        foreach (var input in inputs)
        {
            using var file = RootFile.Open(input, connections);
            yield return file;
        }
    }

    private bool IsSkipped(string path) => _options.Skip.Any(pattern => NameGlob.Matches(pattern, path));

    private MergedEntry Describe(string path)
    {
        var (merged, className, files) = _objects[path];
        return new MergedEntry(path, className, files, merged.Describe());
    }

    private void Add(string input)
    {
        using var file = RootFile.Open(input, _options.Connections);
        _target.Writer.AddInfos(file);
        foreach (var (path, key) in file.NewestKeys())
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            if (IsSkipped(path))
            {
                _leftOut.Add(path);
                continue;
            }
            if (RootDirectory.IsDirectory(key)) _target.Writer.FolderOf($"{path}/_");
            else if (_objects.TryGetValue(path, out var known))
            {
                known.Object.Add(file, key);
                _objects[path] = known with { Files = known.Files + 1 };
            }
            else
            {
                _objects.Add(path, (Begin(path, file, key), key.ClassName, 1));
                _order.Add(path);
            }
        }
    }

    private IMergedObject Begin(string path, RootFile file, KeyRecord key) =>
        RootFile.IsTree(key) && _unions.TryGetValue(path, out var schema) ? new TreeUnion(path, file, key, schema, _target)
        : HistogramLayout.Reads(key.ClassName) ? new HistogramMerge(path, file, key, _target)
        : ParameterMerge.Reads(key.ClassName) ? new ParameterMerge(path, file, key, _target)
        : _target.Copy(path, file, key);
}
