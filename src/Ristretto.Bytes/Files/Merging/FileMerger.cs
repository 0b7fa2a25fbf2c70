using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Sources.Listings;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Merges files into one: trees are joined, histograms, profiles and efficiencies summed, points of graphs put one behind the other, other objects kept where all files have the same.</summary>
/// <remarks>One file is open at a time, and of the trees only the lists of baskets are held. The output grows under a temporary name and takes its own when it is whole.</remarks>
public sealed class FileMerger
{
    private readonly MergeOptions _options;
    private readonly MergeTarget _target;
    private readonly Dictionary<string, (IMergedObject Object, string ClassName, int Files)> _objects = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);
    private UnionPlan? _union;

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
        using var writer = RootFileWriter.Create(output, new RootWriteOptions { Threads = options.Threads, IsDurable = options.IsDurable });
        var counters = new MergeCounters();
        var (current, done) = ("", 0);
        var target = new MergeTarget(writer, counters, options.Compression, options.Connections, () => options.Progress?.Invoke(new MergeProgress(current, done, inputs.Count, counters.Copied)), options.Cancellation);
        var merger = new FileMerger(options, target);
        if (options.Schema == MergeSchema.Union) merger._union = UnionPlan.Of(Open(inputs, options.Connections), merger.IsSkipped, options.Cancellation);
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
        return new MergedEntry(path, className, files, merged.Describe()) { Missing = merged.Missing };
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
            CheckPlace(file, path, key);
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

    /// <summary>Refuses an object in the place of a folder, and the other way round.</summary>
    private void CheckPlace(RootFile file, string path, KeyRecord key)
    {
        if (path.Split('/').Contains("")) throw new SchemaException(file.Path, $"the name of the {key.ClassName} \"{path}\" has an empty part, which no folder can hold");
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1)) CheckFolder(file, path[..end]);
        if (RootDirectory.IsDirectory(key)) CheckFolder(file, path);
        else if (_folders.Contains(path)) throw new SchemaException(file.Path, $"{path} is a {key.ClassName} here and a folder elsewhere; leave it out with --skip {path}, or merge without this file");
    }

    private void CheckFolder(RootFile file, string folder)
    {
        if (_objects.TryGetValue(folder, out var known)) throw new SchemaException(file.Path, $"{folder} is a folder here and a {known.ClassName} elsewhere; leave it out with --skip {folder}, or merge without this file");
        _folders.Add(folder);
    }

    private IMergedObject Begin(string path, RootFile file, KeyRecord key) =>
        _union?.Begin(path, file, key, _target) is { } union ? union
        : HistogramLayout.Reads(key.ClassName) ? new HistogramMerge(path, file, key, _target)
        : GraphMerge.Reads(key.ClassName) ? new GraphMerge(path, file, key, _target)
        : EfficiencyMerge.Reads(key.ClassName) ? new EfficiencyMerge(path, file, key, _target)
        : ParameterMerge.Reads(key.ClassName) ? new ParameterMerge(path, file, key, _target)
        : _target.Copy(path, file, key);
}
