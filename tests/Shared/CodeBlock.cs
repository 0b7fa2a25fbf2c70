namespace Ristretto.Tests.Shared;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">The document, relative to the root.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Lines">The lines between the fences.</param>
internal sealed record CodeBlock(string Document, int Line, string Language, IReadOnlyList<string> Lines)
{
    /// <summary>The documents whose blocks must run: those at the root, in docs/, in the tutorials and beside the projects.</summary>
    internal static IEnumerable<CodeBlock> OfAllDocuments() => Repository.Files
        .Where(path => path.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(path => Of(path, File.ReadAllText(Repository.PathOf(path))));

    internal static IEnumerable<CodeBlock> Of(string document, string text)
    {
        CodeBlock? open = null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (!line.StartsWith("```", StringComparison.Ordinal)) { (open?.Lines as List<string>)?.Add(line); continue; }
            if (open is not null) yield return open;
            open = open is null ? new(document, i + 1, line[3..].Trim(), new List<string>()) : null;
        }
    }

    /// <summary>The commands of a console block: the lines that start with a prompt.</summary>
    internal IEnumerable<string> Commands() => Lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]);
}
