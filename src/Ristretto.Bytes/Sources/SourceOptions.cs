namespace Ristretto.Bytes.Sources;

/// <summary>How servers are dealt with. Nothing of it changes what is read.</summary>
public sealed record SourceOptions
{
    /// <summary>A read ends in an error when nothing of it has arrived for so long, retries included; 180 s by default. A third of it is the
    /// patience with one connection: then another one is tried. A slow server that keeps sending is never given up.</summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>How often a failed request is repeated, with pauses that double from a quarter of a second to ten seconds; 8 by default, 0 for never.</summary>
    public int Retries { get; init; } = 8;

    /// <summary>How long a server may ask us to wait, in all, for example for a tape; half an hour by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Connections to one HTTP server at a time; 8 by default. All files of an XRootD server share one connection with many requests in flight.</summary>
    public int ConnectionsPerServer { get; init; } = 8;

    /// <summary>Bytes that are asked for and have not arrived, in all files together; 64 MiB by default.</summary>
    public long BytesInFlight { get; init; } = 64L << 20;

    /// <summary>The largest file that is fetched as a whole, into the temporary folder, from an HTTP server that cannot send parts; 1 GiB by default.</summary>
    public long LargestDownload { get; init; } = 1L << 30;

    /// <summary>Whom to trust instead of the system's authorities: a PEM file, or a folder of PEM files as X509_CERT_DIR names it.</summary>
    public string? Certificates { get; init; }

    /// <summary>The key table for servers with authentication <c>sss</c>; the one in the home folder when not given.</summary>
    public string? Keytab { get; init; }

    /// <summary>The name given to XRootD servers; that of the account by default.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>Tells the time, which authentication <c>sss</c> sends along.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long one connection may stay silent before another one is tried.</summary>
    internal TimeSpan AttemptTime => StallTime / 3;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StallTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Retries);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestWait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ConnectionsPerServer, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BytesInFlight, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LargestDownload);
    }
}
