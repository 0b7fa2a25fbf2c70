using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.NanoAod;

/// <summary>Yes or no per event for names that differ from file to file: trigger paths, noise filters. A name may be given with or without
/// the prefix of the group: <c>ev.HLT["IsoMu24"]</c> is <c>ev.HLT["HLT_IsoMu24"]</c>.</summary>
public sealed class FlagGroup
{
    private readonly EventBatch _batch;
    private readonly Dictionary<string, (ColumnDefinition Column, int Generation, Mask Mask)> _read = new(StringComparer.Ordinal);

    /// <summary>The flags of a batch whose branches start so.</summary>
    /// <param name="batch">The events.</param>
    /// <param name="prefix">For example <c>HLT_</c>.</param>
    public FlagGroup(EventBatch batch, string prefix) => (_batch, Prefix) = (batch, prefix);

    /// <summary>How the branches start, for example <c>HLT_</c>.</summary>
    public string Prefix { get; }

    /// <summary>The names that this file has, without the prefix.</summary>
    public IEnumerable<string> Names => _batch.Source.NamesStartingWith(Prefix).Select(branch => branch[Prefix.Length..]);

    /// <summary>Whether the file has a flag of this name.</summary>
    public bool Has(string name) => _batch.Has(Branch(name));

    /// <summary>The answers for one name.</summary>
    /// <exception cref="SchemaException">The file has no such branch; the message lists the nearest names.</exception>
    public Mask this[string name] => Read(name);

    /// <summary>Events for which at least one of the flags is set; for no names at all, no event.</summary>
    /// <param name="names">The flags.</param>
    /// <param name="optional">Those among them that a file may lack; a flag that is lacking is never set.</param>
    /// <exception cref="SchemaException">A flag that is not optional is lacking.</exception>
    public Mask Any(IEnumerable<string> names, IEnumerable<string>? optional = null) =>
        Present(names, optional).Select(Read).Aggregate((Mask?)null, (all, mask) => all is { } before ? before | mask : mask) ?? _batch.All(false);

    /// <summary>Events for which every one of the flags is set; for no names at all, every event.</summary>
    /// <param name="names">The flags.</param>
    /// <param name="optional">Those among them that a file may lack; a flag that is lacking counts as set.</param>
    /// <exception cref="SchemaException">A flag that is not optional is lacking.</exception>
    public Mask All(IEnumerable<string> names, IEnumerable<string>? optional = null) =>
        Present(names, optional).Select(Read).Aggregate((Mask?)null, (all, mask) => all is { } before ? before & mask : mask) ?? _batch.All();

    private IEnumerable<string> Present(IEnumerable<string> names, IEnumerable<string>? optional)
    {
        var dispensable = optional?.Select(Branch).ToHashSet(StringComparer.Ordinal);
        return names.Where(name => dispensable is null || !dispensable.Contains(Branch(name)) || Has(name));
    }

    private Mask Read(string name)
    {
        var branch = Branch(name);
        if (_read.TryGetValue(branch, out var known) && known.Generation == _batch.Generation) return known.Mask;
        if (!_batch.Has(branch))
            throw new SchemaException(_batch.Path, $"no branch {branch}{NearestNames.Hint(branch, _batch.Source.NamesStartingWith(Prefix))}; or declare it optional");
        var column = known.Column ?? new ColumnDefinition(branch, ElementType.Bool, null, "");
        var mask = new Mask(_batch.Source.Read(column, default));
        _read[branch] = (column, _batch.Generation, mask);
        return mask;
    }

    private string Branch(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name : Prefix + name;
}
