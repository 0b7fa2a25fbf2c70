using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Targets;

/// <summary>Which table of a file is meant when none is named.</summary>
internal static class UsualTable
{
    private const string Usual = "Events";

    // NanoAOD, podio (EDM4hep), ATLAS.
    private static readonly string[] s_usual = [Usual, "events", "CollectionTree"];

    /// <summary><c>Events</c>, as other formats call it, or the only tree or RNTuple of the file.</summary>
    /// <exception cref="SchemaException">There is no table, or there are several and none is called Events.</exception>
    internal static string Of(RootFile file)
    {
        string[] names = [.. file.NewestKeys().Where(entry => SourceTable.IsTable(entry.Key)).Select(entry => entry.Path)];
        return names switch
        {
            [] => throw new SchemaException(file.Path, "has no tree and no RNTuple"),
            [var only] => only,
            _ when s_usual.FirstOrDefault(names.Contains) is { } usual => usual,
            _ => throw new SchemaException(file.Path, $"has several trees and none is called {Usual}: {string.Join(", ", names)}; name one, for example {file.Path}:{names[0]}"),
        };
    }
}
