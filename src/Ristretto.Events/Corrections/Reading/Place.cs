namespace Ristretto.Events.Corrections.Reading;

/// <summary>Where in a payload: a JSON pointer that is only written out for messages.</summary>
internal sealed class Place(Place? parent, string key)
{
    internal static Place Root { get; } = new(null, "");

    internal Place this[string member] => new(this, member);

    internal Place this[int index] => new(this, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The JSON pointer (RFC 6901), <c>/corrections/0/data</c>; <c>/</c> for the document.</summary>
    public override string ToString() => parent is null ? "/" : $"{(ReferenceEquals(parent, Root) ? "" : parent)}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
