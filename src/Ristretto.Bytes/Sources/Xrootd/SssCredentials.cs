using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>What a client sends to authenticate with <c>sss</c>: a header, and behind it, encrypted with the shared key, random bytes, the time, who
/// it is and from where.</summary>
internal static class SssCredentials
{
    private const byte Name = 0x01, Random = 0x07, Host = 0x20;
    private const byte BlowfishType = (byte)'0';
    private const int LeastBytes = 128;
    private const long FirstSecond = 1_222_183_880;     // the protocol's seconds count from here

    internal static byte[] Make(SssKey key, string user, IPEndPoint local, TimeProvider time)
    {
        using var content = new MemoryStream();
        content.Write(RandomNumberGenerator.GetBytes(32));
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(number, (int)(time.GetUtcNow().ToUnixTimeSeconds() - FirstSecond));
        number[4..].Clear();            // reserved, options
        content.Write(number);
        Append(content, Name, Encoding.UTF8.GetBytes(user));
        Append(content, Host, Encoding.ASCII.GetBytes(EndpointText(local)));
        Append(content, Host, Encoding.ASCII.GetBytes(Dns.GetHostName()));
        if (content.Length < LeastBytes) Append(content, Random, RandomNumberGenerator.GetItems<byte>("0123456789abcdef"u8, LeastBytes - (int)content.Length));
        var plain = content.ToArray();
        content.Write(Checksum(plain));
        var secret = content.ToArray();
        new Blowfish(key.Secret).EncryptFeedback(secret);

        var credentials = new byte[16 + secret.Length];
        "sss"u8.CopyTo(credentials);
        credentials[7] = BlowfishType;
        BinaryPrimitives.WriteInt64BigEndian(credentials.AsSpan(8), key.Id);
        secret.CopyTo(credentials, 16);
        return credentials;
    }

    /// <summary><c>[::127.0.0.1]:40198</c>, as the server writes whom it sees.</summary>
    private static string EndpointText(IPEndPoint local)
    {
        var address = local.Address.IsIPv4MappedToIPv6 ? local.Address.MapToIPv4() : local.Address;
        var isOld = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        return string.Create(CultureInfo.InvariantCulture, $"[{(isOld ? "::" : "")}{address}]:{local.Port}");
    }

    private static byte[] Checksum(byte[] bytes)
    {
        var checksum = Crc32.Hash(bytes);
        Array.Reverse(checksum);        // it is sent with the highest byte first
        return checksum;
    }

    /// <summary>A kind, the length with the closing zero, the bytes, zero.</summary>
    private static void Append(MemoryStream content, byte kind, ReadOnlySpan<byte> bytes)
    {
        content.WriteByte(kind);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(bytes.Length + 1));
        content.Write(length);
        content.Write(bytes);
        content.WriteByte(0);
    }
}
