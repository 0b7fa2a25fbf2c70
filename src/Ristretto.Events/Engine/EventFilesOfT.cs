using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ristretto.Events.Batches;
using Ristretto.Events.Graphs;

namespace Ristretto.Events.Engine;

/// <summary>Files whose events are taken together; <see cref="EventFiles"/> opens them.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
public sealed class EventFiles<TBatch> where TBatch : EventBatch, new()
{
    internal EventFiles(IReadOnlyList<InputFile> files) => Files = files;

    /// <summary>The files in the order in which they were given; their results are merged in the natural order of the paths.</summary>
    public IReadOnlyList<InputFile> Files { get; }

    /// <summary>Does something with all events. When it returns, the histograms and cutflows that were filled hold the results, the same for
    /// any number of threads.</summary>
    /// <param name="process">Handles some consecutive events. It is called from several threads at once, each with events of its own; histograms
    /// and cutflows may be filled without further ado, other things that are shared need care. It is also called with no events, before the first
    /// are read, to find out which columns are needed.</param>
    /// <param name="options">Threads, memory, progress; by default all processors.</param>
    /// <param name="file">The source file of the call, from the compiler.</param>
    /// <param name="line">The line of the call, from the compiler.</param>
    /// <returns>What the run has cost.</returns>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file is missing or cannot be read.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">A file lacks the tree or a column; the nearest names are listed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunReport Run(Action<TBatch> process, RunOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(process);
        return EventLoop.Run([new DatasetRun<TBatch>("files", Files, new ActionAnalysis(process, file, line))], options);
    }

    /// <summary>A graph over all events, in which filters, definitions and results are booked before one pass fills them.</summary>
    public EventGraph<TBatch> Graph() => new(this);

    /// <summary>The code of a run as an analysis.</summary>
    internal sealed class ActionAnalysis(Action<TBatch> process, string file, int line) : IAnalysis<TBatch>, IWrittenElsewhere
    {
        public Assembly Code => process.Method.Module.Assembly;

        public object? Target => process.Target;

        // Without the folder, which need not be that of the machine that compiled it.
        public string Name => string.Create(CultureInfo.InvariantCulture, $"{file[(file.LastIndexOfAny(['/', '\\']) + 1)..]}:{line}");

        public void Process(TBatch events) => process(events);
    }
}
