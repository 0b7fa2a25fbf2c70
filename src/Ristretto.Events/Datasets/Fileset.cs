using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Events.Datasets;

/// <summary>The data sets of a run in a fixed order, that of the file they were read from.</summary>
public sealed class Fileset
{
    /// <summary>A fileset of the given data sets.</summary>
    /// <param name="path">Where it comes from, for messages.</param>
    /// <param name="datasets">The data sets; their names differ.</param>
    /// <exception cref="ArgumentException">Two data sets have the same name.</exception>
    public Fileset(string path, IReadOnlyList<Dataset> datasets)
    {
        if (datasets.GroupBy(set => set.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"two data sets have the name {twice.Key}", nameof(datasets));
        (Path, Datasets) = (path, [.. datasets]);
    }

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>The data sets in order.</summary>
    public IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>The data set of that name.</summary>
    /// <exception cref="ConfigurationException">There is none; names the nearest.</exception>
    public Dataset this[string name] =>
        Datasets.FirstOrDefault(set => set.Name == name)
        ?? throw new ConfigurationException(Path, null, $"there is no data set \"{name}\"{NearestNames.Hint(name, Datasets.Select(set => set.Name))}");

    /// <summary>Only the named data sets, in the order of this fileset, each once.</summary>
    /// <exception cref="ConfigurationException">One of the names is unknown; names the nearest.</exception>
    public Fileset Select(IEnumerable<string> names)
    {
        var wanted = names.Select(name => this[name]).ToHashSet();
        return new Fileset(Path, [.. Datasets.Where(wanted.Contains)]);
    }

    /// <summary>Reads a fileset in the form that coffea uses; see <see cref="FilesetReader"/>.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and key.</exception>
    /// <param name="path">The file.</param>
    /// <param name="connections">The connections to servers, on which patterns are looked up.</param>
    public static Fileset Open(string path, Connections? connections = null) => FilesetReader.Read(path, connections);
}
