using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Tables;

namespace Ristretto.Cli.Drawings;

/// <summary>The same tree or RNTuple of one or several files, with what is drawn from it. A single file stays open, several are open one at a time.</summary>
internal sealed class PlottedTables(IReadOnlyList<string> files, string treePath, PlotSettings settings, Connections connections) : IDisposable
{
    private OpenTable? _single;

    /// <summary>Each in turn; it is closed when the next one is asked for.</summary>
    internal IEnumerable<(Quantities Quantities, TableResolver Columns)> Open()
    {
        if (files.Count == 1)
        {
            _single ??= new OpenTable(files[0], treePath, settings, connections);
            yield return _single.Parts;
            yield break;
        }
        foreach (var file in files)
        {
            using var open = new OpenTable(file, treePath, settings, connections);
            yield return open.Parts;
        }
    }

    public void Dispose() => _single?.Dispose();

    private sealed class OpenTable : IDisposable
    {
        private readonly RootFile _file;

        internal OpenTable(string path, string treePath, PlotSettings settings, Connections connections)
        {
            _file = RootFile.Open(path, connections);
            TableResolver? columns = null;
            try
            {
                columns = TableResolver.Open(_file, treePath);
                var quantities = new Quantities(columns, settings.Quantity, settings.Where, settings.Weight);
                columns.Announce(quantities.Columns);
                Parts = (quantities, columns);
            }
            catch
            {
                columns?.Dispose();
                _file.Dispose();
                throw;
            }
        }

        internal (Quantities Quantities, TableResolver Columns) Parts { get; }

        public void Dispose()
        {
            Parts.Columns.Dispose();
            _file.Dispose();
        }
    }
}
