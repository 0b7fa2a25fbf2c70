namespace Ristretto.Events.Json;

/// <summary>One name and value of an object, with the line of the name.</summary>
internal readonly record struct JsonMember(string Name, int Line, JsonValue Value);
