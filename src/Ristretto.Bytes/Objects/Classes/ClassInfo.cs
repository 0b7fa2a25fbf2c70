using Ristretto.Bytes.Files;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>All layouts that are known of one class.</summary>
internal sealed class ClassInfo(string name)
{
    private readonly List<StreamerInfoRecord> _versions = [];

    /// <summary>The class, in one spelling.</summary>
    public string Name => name;

    /// <summary>The layouts.</summary>
    public IReadOnlyList<StreamerInfoRecord> Versions => _versions;

    /// <summary>The layout of the highest version.</summary>
    public StreamerInfoRecord Latest => _versions.MaxBy(info => info.Version)!;

    /// <summary>Adds a layout.</summary>
    public void Add(StreamerInfoRecord info) => _versions.Add(info);

    /// <summary>The layout with a checksum.</summary>
    public StreamerInfoRecord? WithChecksum(uint checksum) => _versions.Find(info => info.Checksum == checksum);

    /// <summary>The layout of a version; when it is not known the nearest lower one, else the nearest higher one.</summary>
    public StreamerInfoRecord OfVersion(int version) =>
        _versions.Find(info => info.Version == version)
        ?? _versions.Where(info => info.Version < version).MaxBy(info => info.Version)
        ?? _versions.MinBy(info => info.Version)!;
}
