using System.Globalization;
using System.Text;
using System.Text.Json;
using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Json;

/// <summary>Parses a JSON document into values that know their lines. Plain JSON: no comments, no trailing commas, no NaN.</summary>
internal static class JsonText
{
    private const int MaxDepth = 512;

    /// <summary>Reads a document from a file.</summary>
    /// <exception cref="SourceException">The file is missing or unreadable.</exception>
    /// <exception cref="ConfigurationException">The text is empty or not JSON; the message names the line and what stands there.</exception>
    internal static JsonValue Open(string path) => Parse(InputFile.ReadAll(path), path);

    /// <summary>Parses the bytes of a document; <paramref name="path"/> is for messages.</summary>
    /// <exception cref="ConfigurationException">The text is empty or not JSON.</exception>
    internal static JsonValue Parse(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes is [0xef, 0xbb, 0xbf, ..]) bytes = bytes[3..];
        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0) throw new ConfigurationException(path, null, "is empty; a JSON object is expected");
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        var lines = new LineCounter(bytes);
        try
        {
            reader.Read();
            var value = ReadValue(ref reader, ref lines);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw NotJson(bytes, path, e);
        }
        catch (InvalidOperationException e)
        {
            throw new ConfigurationException(path, lines.At((int)reader.TokenStartIndex), "a string is not valid UTF-8", e);
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var line = lines.At((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<JsonMember> members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.At((int)reader.TokenStartIndex);
                    reader.Read();
                    members.Add(new(name, nameLine, ReadValue(ref reader, ref lines)));
                }
                return new(JsonKind.Map, line) { Members = members };
            case JsonTokenType.StartArray:
                List<JsonValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader, ref lines));
                return new(JsonKind.List, line) { Items = items };
            case JsonTokenType.String:
                return new(JsonKind.Text, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return ReadNumber(reader.ValueSpan, line);
            case JsonTokenType.True or JsonTokenType.False:
                return new(JsonKind.Boolean, line) { Truth = reader.TokenType == JsonTokenType.True };
            default:
                return new(JsonKind.Null, line);
        }
    }

    private static JsonValue ReadNumber(ReadOnlySpan<byte> literal, int line)
    {
        var number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        var kind = literal.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 ? JsonKind.Integer : JsonKind.Real;
        return new(kind, line) { Number = number, Text = Encoding.ASCII.GetString(literal) };
    }

    private static ConfigurationException NotJson(ReadOnlySpan<byte> bytes, string path, JsonException e)
    {
        var at = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--) at += bytes[at..].IndexOf((byte)'\n') + 1;
        at = (int)Math.Min(bytes.Length, at + (e.BytePositionInLine ?? 0));
        return new ConfigurationException(path, (int)(e.LineNumber ?? 0) + 1, Reason(bytes, at, e), e);
    }

    private static string Reason(ReadOnlySpan<byte> bytes, int at, JsonException e)
    {
        if (e.Message.Contains("depth", StringComparison.Ordinal) && !e.Message.Contains("zero", StringComparison.Ordinal)) return $"nested more than {MaxDepth} levels deep";
        if (at >= bytes.Length) return "the text ends in the middle of a value; a bracket, a brace or a quote is not closed";
        var found = bytes[at];
        var before = bytes[..at].TrimEnd(" \t\r\n"u8);
        if (found is (byte)'}' or (byte)']' && before is [.., (byte)',']) return $"a comma before '{(char)found}' is not allowed in JSON; remove it";
        if (found is (byte)'/' or (byte)'#') return "comments are not allowed in JSON; remove them";
        return found is > 0x20 and < 0x7f ? $"not valid JSON at '{(char)found}'" : $"not valid JSON at byte 0x{found:x2}";
    }
}
