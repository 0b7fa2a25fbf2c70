using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz;

/// <summary>The files that are damaged, small ones more often than large ones.</summary>
internal sealed class Corpus
{
    private const int Preferred = 400_000, Base = 6_000;

    private readonly List<CorpusFile> _files;
    private readonly double[] _ends;

    private Corpus(IEnumerable<(string Name, long Length)> files)
    {
        _files = [.. files.Select(static file => new CorpusFile(file.Name))];
        _ends = new double[_files.Count];
        var (total, i) = (0.0, 0);
        foreach (var (_, length) in files) _ends[i++] = total += 1.0 / (length + Base) / (length > Preferred ? 20 : 1);
    }

    /// <summary>The files.</summary>
    internal IReadOnlyList<CorpusFile> Files => _files;

    /// <summary>The ROOT files among files and in folders, in order of their paths; the samples where none are named.</summary>
    /// <exception cref="FormatException">There are none, or one is missing.</exception>
    internal static Corpus Of(IReadOnlyList<string> inputs, long largest)
    {
        if (inputs.Count == 0) return new Corpus([.. Samples.All.Select(static sample => (sample.Name, (long)sample.Bytes.Length))]);
        var files = inputs.SelectMany(static input => Directory.Exists(input) ? Directory.EnumerateFiles(input, "*.root", SearchOption.AllDirectories)
                : File.Exists(input) ? [input] : throw new FormatException($"there is no file or folder {input}"))
            .Select(Path.GetFullPath).Distinct().Order(StringComparer.Ordinal).Select(static path => (path, new FileInfo(path).Length)).Where(file => file.Length <= largest).ToArray();
        return files.Length > 0 ? new Corpus(files) : throw new FormatException("no ROOT files there");
    }

    /// <summary>One file under its name.</summary>
    internal static CorpusFile Named(string name) => new(name);

    /// <summary>The file and the seed of a mutation.</summary>
    /// <param name="seed">The first seed.</param>
    /// <param name="number">Number of the mutation.</param>
    internal (CorpusFile File, ulong Seed) Pick(ulong seed, long number)
    {
        var own = unchecked(seed * 1_000_000_007 + (ulong)number);
        var index = Array.BinarySearch(_ends, new SeededRandom(~own).Fraction() * _ends[^1]);
        return (_files[Math.Min(index < 0 ? ~index : index, _files.Count - 1)], own);
    }
}

/// <summary>A file of the corpus, read when it is first needed.</summary>
/// <param name="name">Its path, or the name of a sample.</param>
internal sealed class CorpusFile(string name)
{
    private const int LargestKept = 400_000;

    private FileAnatomy? _anatomy;

    /// <summary>Its path, or the name of a sample.</summary>
    internal string Name => name;

    /// <summary>Its bytes and what is in them; of a large file looked through anew, which is rare.</summary>
    internal FileAnatomy Anatomy
    {
        get
        {
            if (_anatomy is { } known) return known;
            var anatomy = FileAnatomy.Of(Samples.All.FirstOrDefault(sample => sample.Name == name).Bytes ?? File.ReadAllBytes(name));
            if (anatomy.Bytes.Length <= LargestKept) _anatomy = anatomy;
            return anatomy;
        }
    }
}
