using System.Runtime.InteropServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Datasets;

namespace Ristretto.Events.NanoAod;

/// <summary>Certification of data.</summary>
public static class CertifiedEvents
{
    /// <summary>Events whose lumi section is certified, shape <c>[events]</c>.</summary>
    public static Mask IsCertified(this NanoBatch events, LumiMask certified)
    {
        var result = ColumnBuffer<byte>.Allocate(events.Run.Workspace, events.Length);
        certified.Contains(events.Run.AsSpan(), events.LuminosityBlock.AsSpan(), MemoryMarshal.Cast<byte, bool>(result.Span));
        return new Mask(result);
    }
}
