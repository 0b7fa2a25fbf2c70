namespace Ristretto.Fuzz.Reading;

/// <summary>Receives what was read of a file, part by part: columns with their values, objects with their text.</summary>
internal interface IPartDigest
{
    /// <summary>Begins a part.</summary>
    void Begin(string part);

    /// <summary>Some bytes of the part.</summary>
    void Add(ReadOnlySpan<byte> bytes);

    /// <summary>The part was read, or not: then the error.</summary>
    void End(Bytes.Errors.RistrettoException? error);
}
