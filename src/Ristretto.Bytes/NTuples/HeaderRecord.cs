using Ristretto.Bytes.NTuples.Writing;

namespace Ristretto.Bytes.NTuples;

/// <summary>The header envelope of RNTuple.</summary>
/// <param name="Name">Name of the RNTuple.</param>
/// <param name="Description">Text for people.</param>
/// <param name="Writer">The program that wrote it.</param>
/// <param name="Schema">Fields and columns; the footer may add some.</param>
/// <param name="Checksum">XXH3 of the envelope, by which footer and page lists refer to it.</param>
public sealed record HeaderRecord(string Name, string Description, string Writer, SchemaRecord Schema, ulong Checksum)
{
    internal static HeaderRecord Decode(in Envelope envelope)
    {
        var reader = envelope.Payload();
        FeatureFlags.Decode(ref reader);
        var (name, description, writer) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var schema = new SchemaRecord([], [], [], []);
        schema.Append(ref reader);
        return new HeaderRecord(name, description, writer, schema, envelope.Checksum);
    }

    /// <summary>The envelope of a header, to be finished.</summary>
    internal static EnvelopeWriter Encode(string name, string description, string writer, SchemaRecord schema)
    {
        var envelope = new EnvelopeWriter();
        envelope.UInt64(0);                                          // feature flags
        foreach (var text in (ReadOnlySpan<string>)[name, description, writer]) envelope.String(text);
        schema.Encode(envelope);
        return envelope;
    }
}
