using System.CommandLine;
using Ristretto.Bytes.Sources;

namespace Ristretto.Cli.Conventions;

/// <summary>Options of the commands that read files which may be on servers.</summary>
internal sealed class ServerOptions
{
    private static readonly SourceOptions s_defaults = new();

    private readonly Option<double?> _stallTime = new("--stall-time") { Description = $"Seconds without any bytes from a server before giving up. [default: {s_defaults.StallTime.TotalSeconds:F0}]" };
    private readonly Option<int?> _retries = new("--retries") { Description = $"How often a failed request is repeated. [default: {s_defaults.Retries}]" };
    private readonly Option<int?> _connections = new("--connections") { Description = $"Connections to an HTTP server at a time. [default: {s_defaults.ConnectionsPerServer}]" };
    private readonly Option<string?> _inFlight = new("--in-flight") { Description = "Bytes asked for and not yet arrived, at most. [default: 64MiB]" };
    private readonly Option<string?> _certificates = new("--certificates") { Description = "Authorities to trust, a PEM file or a folder. [default: X509_CERT_DIR, or the system's]" };
    private readonly Option<string?> _keytab = new("--keytab") { Description = "Key table for XRootD servers with sss. [default: XrdSecSSSKT, or ~/.xrd/sss.keytab]" };

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_stallTime, _retries, _connections, _inFlight, _certificates, _keytab]) command.Options.Add(option);
    }

    /// <summary>How often what failed is repeated; null when the user does not say.</summary>
    internal int? RetriesOf(ParseResult parsed) => parsed.GetValue(_retries);

    /// <summary>What the user wants, and what is set in the environment.</summary>
    /// <exception cref="UsageException">A number is out of range.</exception>
    internal SourceOptions Of(ParseResult parsed) => Of(parsed.GetValue(_stallTime), parsed.GetValue(_retries), parsed.GetValue(_connections), parsed.GetValue(_inFlight),
        parsed.GetValue(_certificates), parsed.GetValue(_keytab));

    private static SourceOptions Of(double? stallTime, int? retries, int? connections, string? inFlight, string? certificates, string? keytab)
    {
        if (stallTime is { } seconds && !(seconds is > 0 and <= 86_400)) throw new UsageException($"--stall-time is {seconds}; it must be above 0, at most 86400 seconds");
        if (retries < 0) throw new UsageException($"--retries is {retries}; it must be at least 0");
        if (connections < 1) throw new UsageException($"--connections is {connections}; it must be at least 1");
        return s_defaults with
        {
            StallTime = stallTime is { } time ? TimeSpan.FromSeconds(time) : s_defaults.StallTime,
            Retries = retries ?? s_defaults.Retries,
            ConnectionsPerServer = connections ?? s_defaults.ConnectionsPerServer,
            BytesInFlight = inFlight is null ? s_defaults.BytesInFlight : ByteSize.Parse(inFlight, "--in-flight"),
            Certificates = certificates ?? Variable("X509_CERT_DIR"),
            Keytab = keytab ?? Variable("XrdSecSSSKT"),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
