using Ristretto.Bytes.Errors;

namespace Ristretto.Events.NanoAod;

/// <summary>The flags of a group for one event.</summary>
public readonly ref struct FlagsOfEvent
{
    private readonly FlagGroup _group;
    private readonly int _index;

    /// <summary>The flags of event <paramref name="index"/> of the batch.</summary>
    public FlagsOfEvent(FlagGroup group, int index) => (_group, _index) = (group, index);

    /// <summary>Whether the file has a flag of this name, with or without the prefix.</summary>
    public bool Has(string name) => _group.Has(name);

    /// <summary>Whether the flag of this name, with or without the prefix, is set.</summary>
    /// <exception cref="SchemaException">The file has no such branch; the message lists the nearest names.</exception>
    public bool this[string name] => _group[name][_index];
}
