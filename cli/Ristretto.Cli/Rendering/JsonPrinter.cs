using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ristretto.Cli.Rendering;

/// <summary>Prints one JSON document.</summary>
internal static class JsonPrinter
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints what <paramref name="write"/> writes, and a line end. Nothing is printed when it throws.</summary>
    internal static void Print(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options)) write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Writes a property that is a list of texts.</summary>
    internal static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a property that is a list of things, each with the reason why something was not done with it.</summary>
    internal static void WriteReasons(this Utf8JsonWriter json, string name, string thing, IEnumerable<(string Thing, string Reason)> values)
    {
        json.WriteStartArray(name);
        foreach (var (value, reason) in values)
        {
            json.WriteStartObject();
            json.WriteString(thing, value);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
