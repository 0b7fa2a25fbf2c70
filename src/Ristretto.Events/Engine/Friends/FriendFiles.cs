using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine.Friends;

/// <summary>Files whose events stand beside those of a run, one behind the other in the natural order of their paths.</summary>
internal sealed class FriendFiles(IEnumerable<InputFile> inputs) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly InputFile[] _inputs = [.. inputs.OrderBy(input => input.Path, NaturalOrder.Instance)];
    private readonly List<JoinedSource> _sources = [];
    private Connections? _connections;
    private SampleInfo[]? _files;
    private RootFile? _traced;
    private ColumnTrace? _trace;

    /// <summary>The first path and the tree, for messages.</summary>
    internal string Name => $"{_inputs[0].Path}{(_inputs.Length > 1 ? $" and {_inputs.Length - 1} more" : "")}: {_inputs[0].Tree}";

    internal string Path => _inputs[0].Path;

    /// <summary>The files with their numbers of entries; they are opened once to know.</summary>
    internal IReadOnlyList<SampleInfo> Files => Volatile.Read(ref _files) ?? Load();

    internal long Entries => Files[^1].FirstPosition + Files[^1].Entries;

    /// <summary>Hands out no events of the first file, and notes which columns are asked for.</summary>
    internal ColumnTrace Trace
    {
        get
        {
            lock (_lock)
            {
                if (_trace is not null) return _trace;
                _traced = RootFile.Open(Path, Connections);
                return _trace = new ColumnTrace(EventTable.Open(_traced, _inputs[0].Tree), (_files ??= Describe())[0]);
            }
        }
    }

    /// <summary>Connections to servers; null where the files are local.</summary>
    private Connections? Connections => _connections ??= _inputs.Any(input => SourceAddress.IsRemote(input.Path)) ? new Connections(null, CancellationToken.None) : null;

    /// <summary>A reader for one thread, until the files are closed.</summary>
    internal JoinedSource OpenSource(Workspace workspace)
    {
        lock (_lock)
        {
            _files ??= Describe();
            var source = new JoinedSource(this, workspace);
            _sources.Add(source);
            return source;
        }
    }

    /// <summary>Opens one of the files.</summary>
    /// <exception cref="RistrettoException">It cannot be read, or has another number of entries than before.</exception>
    internal (RootFile File, EventTable Table) Open(int index)
    {
        var file = RootFile.Open(_inputs[index].Path, Connections);
        try
        {
            var table = EventTable.Open(file, _inputs[index].Tree);
            if (_files is not { } known || known[index].Entries == table.Entries) return (file, table);
            throw new RootFormatException(file.Path, null, null, $"the file was replaced while it was being read (it had {known[index].Entries} entries, now it has {table.Entries}); run again");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A reader of one of the files that begins to read the named columns, outside of a run.</summary>
    internal static FileReader Reader(EventTable table, SampleInfo sample, IEnumerable<string> columns, DecodeContext context, Workspace workspace) =>
        new(table, sample, columns, context, workspace, BasketPrefetch.DefaultLimit);

    /// <summary>The file and the entry in it of an entry among all.</summary>
    internal (int File, long Entry) Locate(long entry)
    {
        var (low, high) = (0, Files.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Files[middle].FirstPosition <= entry) low = middle;
            else high = middle - 1;
        }
        return (low, entry - Files[low].FirstPosition);
    }

    /// <summary>Closes everything that is open; it can be opened again.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var source in _sources) source.Dispose();
            _sources.Clear();
            _traced?.Dispose();
            _connections?.Dispose();
            (_traced, _trace, _connections) = (null, null, null);
        }
    }

    private SampleInfo[] Load()
    {
        lock (_lock) return _files ??= Describe();
    }

    private SampleInfo[] Describe()
    {
        var files = new SampleInfo[_inputs.Length];
        var before = 0L;
        for (var i = 0; i < files.Length; i++)
        {
            var (file, table) = Open(i);
            using (file) files[i] = new SampleInfo { Dataset = "friend", Path = file.Path, Tree = _inputs[i].Tree, Entries = table.Entries, FirstPosition = before };
            before += files[i].Entries;
        }
        return files;
    }
}
