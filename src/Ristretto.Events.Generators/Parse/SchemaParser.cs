using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Parse;

/// <summary>Reads a schema file. The format is described at the top of nanoaod.schema.</summary>
internal sealed partial class SchemaParser
{
    private readonly string _path;
    private readonly List<ProblemModel> _problems = [];
    private readonly List<ColumnModel> _columns = [];
    private readonly Dictionary<string, int> _lineOfBranch = new(StringComparer.Ordinal);
    private readonly List<ColumnModel> _scalars = [];
    private readonly List<GroupModel> _groups = [];
    private readonly List<FlagGroupModel> _flags = [];
    private readonly List<CollectionModel> _collections = [];
    private readonly Dictionary<string, int> _lineOfBatchName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lineOfType = new(StringComparer.Ordinal);
    private readonly List<(Line Line, LinkModel Link)> _linksToCheck = [];
    private ImmutableArray<string> _versions = [];
    private string? _namespace;
    private string? _batch;
    private string? _event;
    private string? _tree;
    private Section _section = new();

    private SchemaParser(string path) => _path = path;

    /// <summary>What the file says. A wrong line is reported and left out, so that one run shows all that is wrong.</summary>
    public static ParsedSchema Parse(string path, SourceText text, CancellationToken cancellation)
    {
        var parser = new SchemaParser(path);
        foreach (var line in text.Lines)
        {
            cancellation.ThrowIfCancellationRequested();
            parser.Read(new Line(line.LineNumber, line.Start, line.ToString()));
        }
        return parser.Finish();
    }

    private void Read(Line line)
    {
        if (line.Count == 0) return;
        if (line.IsIndented)
        {
            ReadMember(line);
            return;
        }
        switch (line[0].Text)
        {
            case "namespace": ReadHeader(line, ref _namespace, Identifiers.IsNamespace); break;
            case "batch": ReadHeader(line, ref _batch, Identifiers.IsIdentifier); break;
            case "event": ReadHeader(line, ref _event, Identifiers.IsIdentifier); break;
            case "tree": ReadHeader(line, ref _tree, static name => name.IndexOf('"') < 0 && name.IndexOf('\\') < 0); break;
            case "versions": _versions = [.. Enumerable.Range(1, line.Count - 1).Select(i => line[i].Text)]; break;
            case "scalars": Begin(line, SectionKind.Scalars); break;
            case "group": Begin(line, SectionKind.Group); break;
            case "flags": BeginFlags(line); break;
            case "collection": BeginCollection(line); break;
            default:
                Report(Descriptors.Malformed, line, line[0], $"'{line[0].Text}' begins no declaration; expected namespace, batch, event, tree, versions, scalars, group, flags or collection (members are indented)");
                break;
        }
    }

    private void ReadHeader(Line line, ref string? value, Func<string, bool> isValid)
    {
        if (line.Count != 2 || !isValid(line[1].Text))
            Report(Descriptors.Malformed, line, line.Whole, $"expected '{line[0].Text} NAME' with a name that C# allows");
        else
            value = line[1].Text;
    }

    private ParsedSchema Finish()
    {
        End();
        foreach (var (line, link) in _linksToCheck)
            if (!_collections.Any(collection => collection.Name == link.Target))
                Report(Descriptors.Dangling, line, line[3], $"link {link.Name} leads to {link.Target}, which is no collection of this schema");
        if (_namespace is null || _batch is null || _event is null)
            Report(Descriptors.MissingHeader, new Line(0, 0, ""), default, "a schema begins with the lines 'namespace NAME', 'batch NAME' and 'event NAME'");
        var isWrong = _problems.Any(problem => problem.Id != Descriptors.HiddenBehaviour);
        var schema = isWrong ? null : new SchemaModel(
            Path.GetFileName(_path), _namespace!, _batch!, _event!, _tree ?? "Events", Array(_columns), Array(_scalars), Array(_groups), Array(_flags), Array(_collections));
        return new ParsedSchema(schema, Array(_problems));
    }

    /// <summary>Notes what is wrong, and says so by returning false.</summary>
    private bool Report(string id, Line line, Token at, string message)
    {
        _problems.Add(new ProblemModel(id, message, _path, line.Number, at.Start, at.Text?.Length ?? 0, line.Start + at.Start));
        return false;
    }

    private static EquatableArray<T> Array<T>(IEnumerable<T> items) where T : IEquatable<T> => new([.. items]);
}
