using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>What a check has found so far.</summary>
internal sealed class Findings(RootFile file, FileCheckOptions options)
{
    private const long ProgressEvery = 4 << 20;

    private readonly List<FileProblem> _problems = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<(string? Where, long? Offset, string Reason)> _known = [];
    private long _problemCount;
    private long _nextProgress;

    public long Records, Gaps, GapBytes, Objects, DamagedObjects, Baskets, Pages, CheckedBytes, UnprotectedBytes;

    /// <summary>The trees and RNTuples.</summary>
    public List<CheckedTable> Tables { get; } = [];

    /// <summary>Where records start that something refers to: keys, key lists, baskets.</summary>
    public List<long> RecordStarts { get; } = [];

    /// <summary>Positions inside records that something refers to: envelopes and pages of RNTuples.</summary>
    public List<long> Inside { get; } = [];

    /// <summary>Whether an error says something about the file, so that the check goes on: of a server that fails nothing more can be said.</summary>
    public bool IsFinding(Exception error) => error is RootFormatException || (error is SourceException && !file.Source.IsRemote);

    /// <summary>Adds what reading ended with.</summary>
    public void Add(RistrettoException error, EntryRange? entries = null)
    {
        if (error is RootFormatException format) Add(new FileProblem(format.Where, format.Offset, format.Reason, entries));
        else Add(new FileProblem(null, null, error.Message, entries));
    }

    /// <summary>Adds what reading ended with, unless the same was found before.</summary>
    public void AddOnce(RistrettoException error, EntryRange? entries)
    {
        if (error is RootFormatException format ? !_known.Contains((format.Where, format.Offset, format.Reason)) : !_known.Contains((null, null, error.Message))) Add(error, entries);
    }

    /// <summary>Ends the check.</summary>
    public CancellationToken Cancellation => options.Cancellation;

    /// <summary>Adds a problem.</summary>
    public void Add(string? where, long? offset, string reason) => Add(new FileProblem(where, offset, reason));

    /// <summary>Whether something is known to be wrong in a range of bytes.</summary>
    public bool HasProblemIn(long from, long to) => _problems.Exists(problem => problem.Offset >= from && problem.Offset < to);

    /// <summary>Adds what does no harm.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <summary>Bytes of an object, a basket or a page are checked.</summary>
    public void Advance(string what, long bytes, long unprotectedBytes)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        CheckedBytes += bytes;
        UnprotectedBytes += unprotectedBytes;
        if (CheckedBytes < _nextProgress) return;
        _nextProgress = CheckedBytes + ProgressEvery;
        options.Progress?.Invoke(new FileCheckProgress(what, CheckedBytes, file.Length));
    }

    public FileReport ToReport() => new()
    {
        Path = file.Path,
        Bytes = file.Length,
        IsRecovered = file.IsRecovered,
        Records = Records,
        Gaps = Gaps,
        GapBytes = GapBytes,
        Objects = Objects,
        DamagedObjects = DamagedObjects,
        Baskets = Baskets,
        Pages = Pages,
        CheckedBytes = CheckedBytes,
        UnprotectedBytes = UnprotectedBytes,
        Problems = _problems,
        ProblemCount = _problemCount,
        Notes = _notes,
        Tables = Tables,
    };

    private void Add(FileProblem problem)
    {
        _problemCount++;
        _known.Add((problem.Where, problem.Offset, problem.Reason));
        if (_problems.Count < options.MostProblems) _problems.Add(problem);
    }
}
