using System.Net.Http.Headers;

namespace Ristretto.Bytes.Sources.Http;

/// <summary>What tells a file from one that replaced it: its ETag, its time of change, its length.</summary>
/// <param name="Tag">The ETag; null when the server gives none.</param>
/// <param name="Modified">Last-Modified; null when the server gives none.</param>
/// <param name="Length">Bytes.</param>
internal sealed record HttpIdentity(EntityTagHeaderValue? Tag, DateTimeOffset? Modified, long Length)
{
    internal static HttpIdentity Of(HttpResponseMessage reply, long length) => new(reply.Headers.ETag, reply.Content.Headers.LastModified, length);

    /// <summary>Asks for a part only of the same file; a replaced one is then sent whole.</summary>
    internal void Demand(HttpRequestHeaders headers)
    {
        if (Tag is { IsWeak: false }) headers.IfRange = new RangeConditionHeaderValue(Tag);
    }

    /// <summary>How a reply shows that the file was replaced; null when it does not.</summary>
    internal string? Difference(HttpResponseMessage reply, long? length)
    {
        if (length is { } now && now != Length) return $"it had {Length} bytes, now {now}";
        if (Tag is not null && reply.Headers.ETag is { } tag) return tag.Tag == Tag.Tag ? null : $"its ETag was {Tag.Tag}, now {tag.Tag}";
        return Modified is not null && reply.Content.Headers.LastModified is { } modified && modified != Modified ? "its time of change is another one" : null;
    }
}
