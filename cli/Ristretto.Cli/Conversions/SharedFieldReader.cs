using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Conversions;

/// <summary>Reads a field once for all of its columns; opened when one of them is read.</summary>
internal sealed class SharedFieldReader(TreeField source, DecodeContext context) : IDisposable
{
    private FieldReader? _reader;
    private (long First, int Entries) _range = (-1, 0);

    /// <summary>Number of entries.</summary>
    internal long Entries => source.Entries;

    /// <summary>The values of a range of entries.</summary>
    internal FieldReader At(long first, int entries)
    {
        _reader ??= source.Open(context);
        if (_range == (first, entries)) return _reader;
        _reader.Read(first, entries);
        _range = (first, entries);
        return _reader;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();
}
