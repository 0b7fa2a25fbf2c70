using System.Buffers.Binary;
using System.Numerics;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>The cipher Blowfish, which authentication <c>sss</c> prescribes, in cipher feedback of 64 bits. Source: B. Schneier, Fast Software Encryption, 1993.</summary>
internal sealed class Blowfish
{
    private const int Rounds = 16;
    private const int Words = Rounds + 2 + (4 * 256);

    private static readonly Lazy<uint[]> s_pi = new(() => PiFraction(Words));

    private readonly uint[] _subkeys;      // 18
    private readonly uint[] _boxes;        // 4 of 256

    internal Blowfish(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfZero(key.Length);
        _subkeys = s_pi.Value[..(Rounds + 2)];
        _boxes = s_pi.Value[(Rounds + 2)..];
        for (var i = 0; i < _subkeys.Length; i++)
        {
            var word = 0u;
            for (var j = 0; j < 4; j++) word = (word << 8) | key[((4 * i) + j) % key.Length];
            _subkeys[i] ^= word;
        }
        var (left, right) = (0u, 0u);
        Replace(_subkeys, ref left, ref right);
        Replace(_boxes, ref left, ref right);
    }

    /// <summary>Encrypts in place, starting from a block of zeros.</summary>
    internal void EncryptFeedback(Span<byte> bytes)
    {
        Span<byte> register = stackalloc byte[8];
        register.Clear();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i % 8 == 0) EncryptBlock(register);
            register[i % 8] ^= bytes[i];
            bytes[i] = register[i % 8];
        }
    }

    /// <summary>Encrypts one block of 8 bytes in place.</summary>
    internal void EncryptBlock(Span<byte> block)
    {
        var (left, right) = (BinaryPrimitives.ReadUInt32BigEndian(block), BinaryPrimitives.ReadUInt32BigEndian(block[4..]));
        Encrypt(ref left, ref right);
        BinaryPrimitives.WriteUInt32BigEndian(block, left);
        BinaryPrimitives.WriteUInt32BigEndian(block[4..], right);
    }

    private void Encrypt(ref uint left, ref uint right)
    {
        for (var i = 0; i < Rounds; i++)
        {
            left ^= _subkeys[i];
            right ^= Mix(left);
            (left, right) = (right, left);
        }
        (left, right) = (right ^ _subkeys[Rounds + 1], left ^ _subkeys[Rounds]);
    }

    private uint Mix(uint x) => unchecked(((_boxes[x >> 24] + _boxes[256 + ((x >> 16) & 255)]) ^ _boxes[512 + ((x >> 8) & 255)]) + _boxes[768 + (x & 255)]);

    private void Replace(uint[] words, ref uint left, ref uint right)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            Encrypt(ref left, ref right);
            (words[i], words[i + 1]) = (left, right);
        }
    }

    /// <summary>The cipher's tables start as the binary digits of π behind the point, 32 to a word: π = 16 arctan 1/5 − 4 arctan 1/239.</summary>
    private static uint[] PiFraction(int words)
    {
        const int guard = 64;
        var one = BigInteger.One << ((32 * words) + guard);
        var fraction = ((16 * ArctanOfInverse(5, one)) - (4 * ArctanOfInverse(239, one)) - (3 * one)) >> guard;
        var bytes = fraction.ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[4 * words];
        bytes.CopyTo(padded, padded.Length - bytes.Length);
        var result = new uint[words];
        for (var i = 0; i < words; i++) result[i] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(4 * i));
        return result;
    }

    private static BigInteger ArctanOfInverse(int x, BigInteger one)
    {
        var power = one / x;
        var sum = power;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power /= -x * x;
            sum += power / n;
        }
        return sum;
    }
}
