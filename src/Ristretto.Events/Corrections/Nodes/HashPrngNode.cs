using System.Buffers.Binary;

namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A random number that follows from the inputs: a permuted congruential generator seeded with a hash of their bytes.</summary>
internal sealed class HashPrngNode(int[] inputs, bool isNormal) : Node
{
    internal override double Evaluate(in Arguments arguments)
    {
        Span<byte> bytes = stackalloc byte[8 * inputs.Length];
        for (var i = 0; i < inputs.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes[(8 * i)..], arguments.Slots[inputs[i]]);
        var random = new Pcg32(XxHash64.Hash(bytes));
        return isNormal ? Normal(ref random) : Flat(ref random);
    }

    /// <summary>A number in 0 … 1 of 64 random bits.</summary>
    private static double Flat(ref Pcg32 random)
    {
        var low = random.Next();
        var high = random.Next();
        return (((ulong)high << 32) | low) * Math.ScaleB(1, -64);
    }

    /// <summary>A normal deviate by the polar method of Marsaglia; the second one of the pair is not used.</summary>
    private static double Normal(ref Pcg32 random)
    {
        while (true)
        {
            var u = Math.ScaleB(random.Next(), -31) - 1;
            var v = Math.ScaleB(random.Next(), -31) - 1;
            var r = u * u + v * v;
            if (r < 1 && r != 0) return u * Math.Sqrt(-2 * Math.Log(r) / r);
        }
    }
}
