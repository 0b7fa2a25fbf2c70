using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Baskets or pages that stand one behind the other in a file, on their way into another: read, and perhaps compressed anew, by any thread.</summary>
/// <param name="file">The file they come from.</param>
/// <param name="where">What they belong to, for errors.</param>
/// <param name="from">The first byte.</param>
/// <param name="length">Number of bytes.</param>
internal abstract class PendingCopy(RootFile file, string where, long from, int length) : PendingRecord
{
    /// <summary>Most bytes that are read and written at once.</summary>
    internal const int Largest = 512 << 10;

    private PooledBuffer? _bytes;
    private bool _isReleased;

    public override int HeldBytes => length;

    /// <summary>The file they come from.</summary>
    protected RootFile File => file;

    /// <summary>What they belong to.</summary>
    protected string Where => where;

    /// <summary>The first byte there.</summary>
    protected long From => from;

    /// <summary>What goes into the file.</summary>
    protected Span<byte> Bytes => _bytes!.Span[..Length];

    /// <summary>Number of bytes that go into the file.</summary>
    protected int Length { get; private set; }

    public override void Encode(EncodeContext context)
    {
        file.CheckExtent(new RecordOrigin(file.Path, where, from), from, length);
        var bytes = PooledBuffer.Rent(length);
        (_bytes, Length) = (bytes, length);
        file.Source.Read(from, bytes.Span[..length]);
        Prepare(context);
    }

    public override void Release()
    {
        if (_isReleased) return;
        _isReleased = true;
        _bytes?.Dispose();
    }

    /// <summary>Looks at what was read, or replaces it.</summary>
    protected abstract void Prepare(EncodeContext context);

    /// <summary>Puts other bytes in the place of what was read; they belong to the copy then.</summary>
    protected void Replace(PooledBuffer bytes, int used)
    {
        _bytes?.Dispose();
        (_bytes, Length) = (bytes, used);
    }

    /// <summary>Refuses what decompresses to more than is held at once.</summary>
    protected int RoomFor(long bytes, RecordOrigin origin)
    {
        if (bytes > BlockDecoder.Largest) origin.Throw(0, $"{length} bytes that stand together are said to decompress to {bytes}; merge without --codec");
        return (int)Math.Max(1, bytes);
    }

    /// <summary>Decompresses a payload.</summary>
    protected static void Decompress(DecodeContext decoder, ReadOnlySpan<byte> stored, Span<byte> raw, RecordOrigin origin)
    {
        if (stored.Length == raw.Length)
        {
            stored.CopyTo(raw);
            return;
        }
        var error = BlockDecoder.Check(stored, raw.Length) ?? BlockDecoder.Decode(decoder, stored, raw, raw.Length, out _);
        if (error is not null) origin.Throw(error.Position, error.Reason);
    }
}
