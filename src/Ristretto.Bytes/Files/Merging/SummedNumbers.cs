using System.Buffers.Binary;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>Numbers of a record, added up over the files: integers as integers, others as doubles.</summary>
internal sealed class SummedNumbers(int count, char letter)
{
    /// <summary>How many.</summary>
    public int Count => count;

    private readonly double[] _sums = new double[letter is 'D' or 'F' ? count : 0];
    private readonly Int128[] _integers = new Int128[letter is 'D' or 'F' ? 0 : count];

    /// <summary>The squares of weights that were all 1.</summary>
    public SummedNumbers AsSquares()
    {
        var squares = new SummedNumbers(count, 'D');
        for (var i = 0; i < count; i++) squares._sums[i] = Math.Abs(_sums.Length > 0 ? _sums[i] : (double)_integers[i]);
        return squares;
    }

    /// <summary>Adds others.</summary>
    public void Add(SummedNumbers other)
    {
        for (var i = 0; i < _sums.Length; i++) _sums[i] += other._sums[i];
        for (var i = 0; i < _integers.Length; i++) _integers[i] += other._integers[i];
    }

    /// <summary>Adds those of a record.</summary>
    /// <param name="from">The record, from the first number on.</param>
    /// <param name="cells">Which cell each is added to; null for that of its own number.</param>
    public void Add(ReadOnlySpan<byte> from, int[]? cells = null)
    {
        for (var i = 0; i < count; i++)
        {
            var cell = cells?.Length == count ? cells[i] : i;
            switch (letter)
            {
                case 'D': _sums[cell] += BinaryPrimitives.ReadDoubleBigEndian(from[(8 * i)..]); break;
                case 'F': _sums[cell] += BinaryPrimitives.ReadSingleBigEndian(from[(4 * i)..]); break;
                case 'C': _integers[cell] += unchecked((sbyte)from[i]); break;
                case 'S': _integers[cell] += BinaryPrimitives.ReadInt16BigEndian(from[(2 * i)..]); break;
                case 'I': _integers[cell] += BinaryPrimitives.ReadInt32BigEndian(from[(4 * i)..]); break;
                default: _integers[cell] += BinaryPrimitives.ReadInt64BigEndian(from[(8 * i)..]); break;
            }
        }
    }

    /// <summary>The sums as the record stores them; null when one does not fit its type.</summary>
    public byte[]? ToBytes()
    {
        var width = letter switch { 'C' => 1, 'S' => 2, 'I' or 'F' => 4, _ => 8 };
        var limit = Int128.One << 8 * width - 1;
        var bytes = new byte[count * width];
        for (var i = 0; i < count; i++)
        {
            var to = bytes.AsSpan(i * width);
            if (_integers.Length > 0 && (_integers[i] >= limit || _integers[i] < -limit)) return null;
            switch (letter)
            {
                case 'D': BinaryPrimitives.WriteDoubleBigEndian(to, _sums[i]); break;
                case 'F': BinaryPrimitives.WriteSingleBigEndian(to, (float)_sums[i]); break;
                case 'C': to[0] = unchecked((byte)(sbyte)_integers[i]); break;
                case 'S': BinaryPrimitives.WriteInt16BigEndian(to, (short)_integers[i]); break;
                case 'I': BinaryPrimitives.WriteInt32BigEndian(to, (int)_integers[i]); break;
                default: BinaryPrimitives.WriteInt64BigEndian(to, (long)_integers[i]); break;
            }
        }
        return bytes;
    }
}
