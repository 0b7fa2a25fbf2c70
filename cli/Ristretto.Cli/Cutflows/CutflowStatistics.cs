using Ristretto.Bytes.Errors;
using Ristretto.Events.Selections;

namespace Ristretto.Cli.Cutflows;

/// <summary>A cutflow with what follows from its sums.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Category">The category of events.</param>
/// <param name="Rows">The cuts in order.</param>
internal sealed record CutflowStatistics(string Dataset, string Category, IReadOnlyList<CutflowLine> Rows)
{
    /// <summary>Name of the file in a run's output folder.</summary>
    internal const string FileName = "cutflow.json";

    /// <summary>Reads the cutflows of a run.</summary>
    /// <param name="path">The output folder, or the file itself.</param>
    /// <param name="datasets">The data sets to keep; all when null.</param>
    /// <exception cref="SourceException">There is no such file.</exception>
    /// <exception cref="ConfigurationException">It holds no cutflow, or lacks a data set that was asked for.</exception>
    internal static IReadOnlyList<CutflowStatistics> Read(string path, IReadOnlyList<string>? datasets)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        if (!File.Exists(file))
            throw new SourceException(file, file == path ? "no such file or folder" : "no such file; this folder is not the output of a run");
        return Of(CutflowTable.Parse(ReadFile(file), file), file, datasets);
    }

    /// <summary>The statistics of a table; <paramref name="file"/> is named in messages.</summary>
    internal static IReadOnlyList<CutflowStatistics> Of(CutflowTable table, string file = FileName, IReadOnlyList<string>? datasets = null)
    {
        var known = table.Datasets.Select(entry => entry.Dataset).ToArray();
        if (datasets is { Count: 0 }) datasets = null;      // the option was not given
        if (datasets?.FirstOrDefault(name => !known.Contains(name)) is { } missing)
            throw new ConfigurationException(file, null, $"there is no data set \"{missing}\"{NearestNames.Hint(missing, known)}");
        return [.. from entry in table.Datasets
                   where datasets is null || datasets.Contains(entry.Dataset)
                   from category in entry.Categories
                   select new CutflowStatistics(entry.Dataset, category.Category, CutflowLine.Of(category.Rows))];
    }

    private static byte[] ReadFile(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(file, error.Message, innerException: error);
        }
    }
}
