namespace Ristretto.Bytes.Files.Merging;

/// <summary>An object of several files on its way into one.</summary>
internal interface IMergedObject
{
    /// <summary>Adds that of a further file.</summary>
    /// <exception cref="Errors.RistrettoException">It cannot be merged with the others.</exception>
    void Add(RootFile file, KeyRecord key);

    /// <summary>Writes it.</summary>
    void Write();

    /// <summary>What came of it, for people.</summary>
    string Describe();

    /// <summary>Branches or fields that some of the files lack, and how many lack them.</summary>
    IReadOnlyDictionary<string, int> Missing => new Dictionary<string, int>();
}
