namespace Ristretto.Bytes.Files.Writing;

/// <summary>What happens when an object is written under a name that its directory has already.</summary>
public enum NameTaken
{
    /// <summary>It is refused.</summary>
    Refuse,

    /// <summary>The object becomes the next cycle; readers see it in place of the older ones, which remain.</summary>
    NextCycle,

    /// <summary>The older ones are deleted.</summary>
    Replace,
}
