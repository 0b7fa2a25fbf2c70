using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Parse;

// The lines that are not indented and what they gather.
internal sealed partial class SchemaParser
{
    private static readonly string[] s_behaviour = ["Index", "Exists", "P4", "Directions", "Direction"];

    private enum SectionKind
    {
        None,
        Scalars,
        Group,
        Collection,

        /// <summary>A declaration that was wrong: its members are passed over.</summary>
        Ignored,
    }

    private sealed class Section
    {
        public SectionKind Kind;
        public Line? Line;
        public string Prefix = "";
        public string Name = "";
        public string Objects = "";
        public string Counter = "";
        public ObjectKind ObjectKind;
        public string Text = "";
        public readonly List<ColumnModel> Columns = [];
        public readonly List<LinkModel> Links = [];
        public readonly List<BitModel> Bits = [];
        public readonly Dictionary<string, int> LineOfName = new(StringComparer.Ordinal);
    }

    private void Begin(Line line, SectionKind kind)
    {
        End();
        if (kind == SectionKind.Scalars)
        {
            if (line.Count > 1) Report(Descriptors.Malformed, line, line[1], "nothing follows 'scalars'");
            _section = new Section { Kind = kind, Line = line };
            return;
        }
        if (line.Count < 2)
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'group PREFIX what the columns are'");
            _section = new Section { Kind = SectionKind.Ignored };
            return;
        }
        var (given, stored) = Given.Of(line[1].Text);
        var (name, prefix) = (PascalCase.Of(given ?? stored), Given.PrefixOf(stored));
        _section = new Section { Kind = kind, Line = line, Prefix = prefix, Name = name, Text = Words(line, 2, prefix) };
        _ = ClaimOfBatch(line, line[1], name) && ClaimType(line, line[1], name) && ClaimType(line, line[1], name + "Columns");
    }

    private void BeginFlags(Line line)
    {
        End();
        _section = new Section { Kind = SectionKind.Ignored };
        if (line.Count < 2)
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'flags PREFIX what they are'");
            return;
        }
        var name = PascalCase.Of(line[1].Text);
        if (!ClaimOfBatch(line, line[1], name)) return;
        _flags.Add(new FlagGroupModel(line[1].Text, name, Words(line, 2, line[1].Text + "_")));
    }

    private void BeginCollection(Line line)
    {
        End();
        _section = new Section { Kind = SectionKind.Ignored };
        if (line.Count >= 3 && (line.Count == 3 || FindKind(line[3].Text) is not null))
        {
            Report(Descriptors.MissingCounter, line, line[1], $"collection {line[1].Text} has no counter; expected 'collection {line[1].Text} {line[2].Text} n{line[1].Text} particle|massless|cartesian|plain what the objects are'");
            return;
        }
        if (line.Count < 5 || FindKind(line[4].Text) is not { } kind || !Identifiers.IsIdentifier(line[2].Text))
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'collection PREFIX CLASS COUNTER particle|massless|cartesian|plain what the objects are'");
            return;
        }
        var (given, stored) = Given.Of(line[1].Text);
        var name = PascalCase.Of(given ?? stored);
        _section = new Section
        {
            Kind = SectionKind.Collection,
            Line = line,
            Prefix = Given.PrefixOf(stored),
            Name = name,
            Objects = line[2].Text,
            Counter = line[3].Text,
            ObjectKind = kind,
            Text = Words(line, 5, Given.PrefixOf(stored)),
        };
        _ = ClaimOfBatch(line, line[1], name) && ClaimType(line, line[1], name) && ClaimType(line, line[1], name + "List") && ClaimType(line, line[2], line[2].Text);
    }

    private void End()
    {
        switch (_section.Kind)
        {
            case SectionKind.Scalars:
                _scalars.AddRange(_section.Columns);
                break;
            case SectionKind.Group:
                _groups.Add(new GroupModel(_section.Prefix, _section.Name, _section.Text, Array(_section.Columns)));
                break;
            case SectionKind.Collection:
                EndCollection();
                break;
        }
        _section = new Section();
    }

    private void EndCollection()
    {
        var s = _section;
        var momentum = s.ObjectKind is ObjectKind.Particle or ObjectKind.Massless ? FindMomentum(s) : null;
        var components = s.ObjectKind == ObjectKind.Cartesian ? FindComponents(s) : null;
        var collection = new CollectionModel(
            s.Prefix, s.Name, s.Objects, s.Counter, s.ObjectKind, s.Text, Array(s.Columns), Array(s.Links), Array(s.Bits), momentum, components);
        _collections.Add(collection);
        foreach (var behaviour in s_behaviour.Concat(s.Links.Select(link => link.Name)).Concat(s.Bits.Select(bit => bit.Name)))
            if (collection.Hides(behaviour))
                Report(Descriptors.HiddenBehaviour, s.Line!, s.Line![1], $"{s.Name}.{behaviour} is the column of that name; the behaviour that is called so is left out");
    }

    private MomentumModel? FindMomentum(Section s)
    {
        var names = s.ObjectKind == ObjectKind.Particle ? new[] { "pt", "eta", "phi", "mass|m" } : ["pt", "eta", "phi"];
        var found = System.Array.ConvertAll(names, name => Find(s, name, "float"));
        var missing = names.Where((_, i) => found[i] is null).ToArray();
        if (missing.Length == 0) return new MomentumModel(found[0]!, found[1]!, found[2]!, found.Length > 3 ? found[3] : null);
        Report(Descriptors.Dangling, s.Line!, s.Line![4], $"a collection of the kind '{s.Line[4].Text}' needs the float columns {string.Join(", ", missing.Select(name => string.Join(" or ", name.Split('|').Select(one => s.Prefix + one))))}");
        return null;
    }

    private ComponentsModel? FindComponents(Section s)
    {
        string[] names = ["px|momentum.x|momentum_x", "py|momentum.y|momentum_y", "pz|momentum.z|momentum_z"];
        var found = System.Array.ConvertAll(names, name => Find(s, name, "float", "double"));
        var energy = Find(s, "energy|e", "float", "double");
        var last = energy ?? Find(s, "mass|m", "float", "double");
        var missing = names.Where((_, i) => found[i] is null).Concat(last is null ? ["energy|e|mass|m"] : []).ToArray();
        if (missing.Length == 0) return new ComponentsModel(found[0]!, found[1]!, found[2]!, last!, energy is not null);
        Report(Descriptors.Dangling, s.Line!, s.Line![4], $"a collection of the kind 'cartesian' needs the float or double columns {string.Join(", ", missing.Select(name => string.Join(" or ", name.Split('|').Select(one => s.Prefix + one))))}");
        return null;
    }

    /// <summary>The first column of one of these names and types, with one value per object.</summary>
    private static ColumnModel? Find(Section s, string names, params string[] types) =>
        names.Split('|').Select(name => s.Columns.Find(column => column.Branch == s.Prefix + name && !column.IsNested && types.Contains(column.Type.Keyword))).FirstOrDefault(column => column is not null);

    private static ObjectKind? FindKind(string word) => word switch
    {
        "particle" => ObjectKind.Particle,
        "massless" => ObjectKind.Massless,
        "cartesian" => ObjectKind.Cartesian,
        "plain" => ObjectKind.Plain,
        _ => null,
    };

    private static string Words(Line line, int index, string prefix) => line.Count > index ? line.From(index) : $"branches that start with {prefix}";

    private bool ClaimOfBatch(Line line, Token at, string name)
    {
        if (!Identifiers.IsIdentifier(name)) return Report(Descriptors.Malformed, line, at, $"'{at.Text}' makes no name that C# allows; write Other=NAME for another one");
        if (Naming.IsTakenByBatch(name)) return Report(Descriptors.DuplicateName, line, at, $"the name {name} is taken by the batch itself; write Other=NAME for another one");
        return Claim(_lineOfBatchName, line, at, name);
    }

    private bool ClaimType(Line line, Token at, string name) => name == _batch || name == _event
        ? Report(Descriptors.DuplicateName, line, at, $"the type name {name} is that of the batch or the event")
        : Claim(_lineOfType, line, at, name);

    private bool Claim(Dictionary<string, int> known, Line line, Token at, string name)
    {
        if (known.TryGetValue(name, out var first))
            return Report(Descriptors.DuplicateName, line, at, $"'{at.Text}' gets the name {name} in C#, which line {first + 1} has too; write Other=NAME for another name");
        known.Add(name, line.Number);
        return true;
    }
}
