namespace Ristretto.Cli.Schemas;

/// <summary>The types of a schema, by width.</summary>
internal static class SchemaTypes
{
    private static readonly string[] s_rising = ["bool", "byte", "int", "uint", "long", "ulong", "float", "double"];

    /// <summary>The type that holds the values of both.</summary>
    internal static string Wider(string a, string b) => (a, b) switch
    {
        _ when a == b => a,
        ("int", "uint") or ("uint", "int") => "long",
        ("float", "int" or "uint" or "long" or "ulong") or ("int" or "uint" or "long" or "ulong", "float") => "double",
        _ => s_rising[Math.Max(Array.IndexOf(s_rising, a), Array.IndexOf(s_rising, b))],
    };
}
