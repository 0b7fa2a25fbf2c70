using Ristretto.Events.Generators.Parse;

namespace Ristretto.Cli.Schemas;

/// <summary>A section of a schema.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Prefix">What the names of its columns begin with: <c>Jet_</c>, <c>AnalysisJetsAuxDyn.</c>; empty for scalars.</param>
/// <param name="Counter">The column that says how many objects there are; empty for what is no collection.</param>
internal sealed record SchemaSection(SectionKind Kind, string Prefix, string Counter)
{
    private static readonly string[] s_components = ["px|momentum.x|momentum_x", "py|momentum.y|momentum_y", "pz|momentum.z|momentum_z", "energy|e|mass|m"];

    /// <summary>The columns in the order of the file.</summary>
    internal List<StoredColumn> Columns { get; } = [];

    /// <summary>The prefix as the schema writes it: <c>Jet</c> for <c>Jet_</c>.</summary>
    internal string Stored => Prefix.EndsWith('_') ? Prefix[..^1] : Prefix;

    /// <summary>The four-vector that the objects have: particle, massless, cartesian or plain.</summary>
    internal string FourVector => (HasNumber("pt", "float") && HasNumber("eta", "float") && HasNumber("phi", "float"), HasNumber("mass", "float") || HasNumber("m", "float")) switch
    {
        (true, true) => "particle",
        (true, false) => "massless",
        _ => s_components.All(names => names.Split('|').Any(name => HasNumber(name, "float", "double"))) ? "cartesian" : "plain",
    };

    /// <summary>What the objects or columns are called: <c>AnalysisJets</c> for <c>AnalysisJetsAuxDyn.</c>, <c>Track</c> for podio's <c>TrackCollection.</c>,
    /// <c>TrackTrackStates</c> for <c>_TrackCollection_trackStates.</c>.</summary>
    internal string Wanted
    {
        get
        {
            if (!Prefix.EndsWith('.')) return Stored;
            var stem = Prefix[..^1];
            foreach (var suffix in (ReadOnlySpan<string>)["AuxDyn", "Aux", "Collection"])
                if (stem.Length > suffix.Length && stem.EndsWith(suffix, StringComparison.Ordinal)) return stem[..^suffix.Length];
            return stem.StartsWith('_') ? stem.Replace("Collection_", "_", StringComparison.Ordinal) : stem;
        }
    }

    /// <summary>Whether ATLAS wrote the columns, in MeV and mm.</summary>
    internal bool IsXaod => Prefix.EndsWith("Aux.", StringComparison.Ordinal) || Prefix.EndsWith("AuxDyn.", StringComparison.Ordinal);

    /// <summary>The word for a column's type. A collection's columns have a value, or a list, per object.</summary>
    internal string TypeOf(StoredColumn column) => (Kind, column.Levels) switch
    {
        (SectionKind.Collection, 1) or (_, 0) => column.Type,
        (SectionKind.Collection, _) => $"{column.Type}[]",
        (_, 1) => $"{column.Type}[{column.Counter}]",
        _ => $"{column.Type}[{column.Counter}][]",
    };

    /// <summary>Columns that hold places in the list of another collection: <c>Jet_muonIdx1</c> is the link <c>Muon1</c> to <c>Muon</c>.</summary>
    /// <param name="collections">The names of all collections, to which links may lead.</param>
    internal IEnumerable<(string Name, StoredColumn Column, string Target)> Links(IReadOnlyCollection<string> collections)
    {
        var taken = Columns.Select(column => PascalCase.Of(column.Behind(Prefix))).ToHashSet(StringComparer.Ordinal);
        foreach (var column in Columns.Where(column => column is { Type: "int", Levels: 1 }))
        {
            var member = column.Behind(Prefix);
            var at = member.IndexOf("Idx", StringComparison.Ordinal);
            if (at <= 0) continue;
            var (stem, rest) = (member[..at], member[(at + 3)..]);
            var target = collections.FirstOrDefault(name => name.Equals(stem, StringComparison.OrdinalIgnoreCase));
            if (target is null) continue;
            var name = (target, rest) switch
            {
                ("GenPart", "") => "MatchedGen",
                (_, "Mother") => "Mother",
                _ => PascalCase.Of($"{target}_{rest}"),
            };
            if (taken.Add(name)) yield return (name, column, target);
        }
    }

    private bool HasNumber(string member, params string[] types) => Columns.Exists(column => types.Contains(column.Type) && column.Levels == 1 && column.Name == Prefix + member);
}
