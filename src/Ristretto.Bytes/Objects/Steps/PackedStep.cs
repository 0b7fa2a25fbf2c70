using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Values;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Steps;

/// <summary>Double32_t and Float16_t: stored with fewer bits than in memory.</summary>
/// <param name="type">Double or Float, as in memory.</param>
/// <param name="range">How they are stored.</param>
internal sealed class PackedStep(LeafType type, PackedRange range) : Step
{
    private const int DefaultMantissa = 12;

    private readonly int _mantissa = range.Bits > 0 || type == LeafType.Double ? range.Bits : DefaultMantissa;

    private bool IsScaled => range.Factor != 0;

    public override int LeastBytes => FixedBytes;

    public override int FixedBytes => IsScaled || _mantissa == 0 ? 4 : 3;

    public override ValueBuffer NewBuffer() => new NumberBuffer(type);

    public override void Read(ref BigEndianReader reader, StreamScope scope, ValueBuffer target, int count)
    {
        CheckCount(ref reader, count, FixedBytes, "an array");
        var numbers = (NumberBuffer)target;
        if (!numbers.HasRoom(count)) reader.Fail("there are more than 2 GiB of values");
        var stored = reader.ReadBytes(count * FixedBytes);
        var values = numbers.Append(count);
        if (type == LeafType.Double) Decode(stored, MemoryMarshal.Cast<byte, double>(values));
        else Decode(stored, MemoryMarshal.Cast<byte, float>(values));
    }

    private void Decode(ReadOnlySpan<byte> stored, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = IsScaled ? Scaled(stored[(4 * i)..]) : _mantissa == 0 ? BinaryPrimitives.ReadSingleBigEndian(stored[(4 * i)..]) : Shortened(stored[(3 * i)..]);
    }

    private void Decode(ReadOnlySpan<byte> stored, Span<float> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = IsScaled ? (float)Scaled(stored[(4 * i)..]) : Shortened(stored[(3 * i)..]);
    }

    private double Scaled(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadUInt32BigEndian(stored) / range.Factor + range.Low;

    // A byte of exponent, then sign and the leading bits of the mantissa.
    private float Shortened(ReadOnlySpan<byte> stored)
    {
        var mantissa = BinaryPrimitives.ReadUInt16BigEndian(stored[1..]);
        var bits = ((uint)stored[0] << 23) | ((mantissa & ((1u << (_mantissa + 1)) - 1)) << (23 - _mantissa));
        var value = BitConverter.UInt32BitsToSingle(bits);
        return (mantissa & (1u << (_mantissa + 1))) != 0 ? -value : value;
    }
}
