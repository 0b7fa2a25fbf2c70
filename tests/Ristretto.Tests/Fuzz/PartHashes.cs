using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Fuzz.Reading;

namespace Ristretto.Tests.Fuzz;

/// <summary>What was read of a file: of each column and object a hash of its values, or the error.</summary>
internal sealed class PartHashes : IPartDigest
{
    private readonly XxHash3 _hash = new();
    private string _part = "";

    /// <summary>By part the hash; null for an error.</summary>
    internal Dictionary<string, ulong?> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>The first error; null when everything was read.</summary>
    internal RistrettoException? Error { get; private set; }

    /// <summary>Reads a file.</summary>
    internal static PartHashes Of(byte[] bytes, DecodeContext context)
    {
        var hashes = new PartHashes();
        var whole = new WholeFile(context, hashes);
        whole.Read(new MemorySource("sample.root", bytes), recover: false);
        hashes.Error = whole.FirstError;
        return hashes;
    }

    public void Begin(string part)
    {
        _part = part;
        _hash.Reset();
    }

    public void Add(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    public void End(RistrettoException? error) => Parts[_part] = error is null ? _hash.GetCurrentHashAsUInt64() : null;
}
