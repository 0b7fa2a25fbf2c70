namespace Ristretto.Bytes.Objects;

/// <summary>Where a record notes lengths and positions of its own parts, which change when a part of it becomes longer or its key does.</summary>
internal sealed class RecordMarks
{
    /// <summary>Byte counts: where each stands, and the position behind what it counts.</summary>
    public List<(int At, int End)> Counts { get; } = [];

    /// <summary>References to objects and classes that came before.</summary>
    public List<int> References { get; } = [];

    /// <summary>A class whose objects were passed unread, so that references in them are not known; null when there is none.</summary>
    public string? Unread { get; set; }
}
