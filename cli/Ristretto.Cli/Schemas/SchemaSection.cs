namespace Ristretto.Cli.Schemas;

/// <summary>A section of a schema.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Prefix">What its columns begin with; empty for scalars.</param>
/// <param name="Collections">The prefixes of all collections, to which links may lead.</param>
internal sealed record SchemaSection(SectionKind Kind, string Prefix, IReadOnlySet<string> Collections)
{
    /// <summary>The columns in the order of the file.</summary>
    internal List<StoredColumn> Columns { get; } = [];

    /// <summary>The four-vector that the objects have: particle, massless or plain.</summary>
    internal string FourVector => HasFloat("pt") && HasFloat("eta") && HasFloat("phi") ? HasFloat("mass") ? "particle" : "massless" : "plain";

    /// <summary>Name of the class of all objects.</summary>
    internal string Plural => Prefix.EndsWith('s') ? $"{Prefix}List" : $"{Prefix}s";

    /// <summary>Columns that hold places in the list of another collection: <c>Jet_muonIdx1</c> is the link <c>Muon1</c> to <c>Muon</c>.</summary>
    internal IEnumerable<(string Name, StoredColumn Column, string Target)> Links()
    {
        var taken = Columns.Select(column => Pascal(column.Behind(Prefix))).ToHashSet(StringComparer.Ordinal);
        foreach (var column in Columns.Where(column => column.Type == "int"))
        {
            var member = column.Behind(Prefix);
            var at = member.IndexOf("Idx", StringComparison.Ordinal);
            if (at <= 0) continue;
            var (stem, rest) = (member[..at], member[(at + 3)..]);
            var target = Collections.FirstOrDefault(name => name.Equals(stem, StringComparison.OrdinalIgnoreCase));
            if (target is null) continue;
            var name = (target, rest) switch
            {
                ("GenPart", "") => "MatchedGen",
                (_, "Mother") => "Mother",
                _ => target + Pascal(rest),
            };
            if (taken.Add(name)) yield return (name, column, target);
        }
    }

    private static string Pascal(string name) => string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private bool HasFloat(string member) => Columns.Exists(column => column.Type == "float" && column.Name == $"{Prefix}_{member}");
}
