using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Conversions;

namespace Ristretto.Cli.Targets;

/// <summary>Which table of a file is meant when none is named.</summary>
internal static class UsualTable
{
    private const string Usual = "Events";

    /// <summary><c>Events</c>, or the only tree or RNTuple of the file.</summary>
    /// <exception cref="SchemaException">There is no table, or there are several and none is called Events.</exception>
    internal static string Of(RootFile file)
    {
        string[] names = [.. file.NewestKeys().Where(entry => SourceTable.IsTable(entry.Key)).Select(entry => entry.Path)];
        return names switch
        {
            [] => throw new SchemaException(file.Path, "has no tree and no RNTuple"),
            [var only] => only,
            _ when names.Contains(Usual) => Usual,
            _ => throw new SchemaException(file.Path, $"has several trees and none is called {Usual}: {string.Join(", ", names)}; name one, for example {file.Path}:{names[0]}"),
        };
    }
}
