using Ristretto.Bytes.Sources;
using Ristretto.Conformance.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

[assembly: AssemblyFixture(typeof(Served))]

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>Servers over one folder, each started when the first test asks for it and ended with the last test.</summary>
public sealed class Served : IDisposable
{
    private readonly Lazy<ServedFiles> _files = new(() => new ServedFiles());
    private readonly Lazy<NginxServer> _nginx;
    private readonly Lazy<XrootdServer> _plain;
    private readonly Lazy<XrootdServer> _tls;
    private readonly Lazy<XrootdServer> _sss;
    private readonly Lazy<XrootdCluster> _cluster;

    /// <summary>Nothing is started yet.</summary>
    public Served()
    {
        _nginx = new(() => new NginxServer(Files.Root));
        _plain = new(() => new XrootdServer(XrootdKind.Plain, Files.Root));
        _tls = new(() => new XrootdServer(XrootdKind.Tls, Files.Root));
        _sss = new(() => new XrootdServer(XrootdKind.Sss, Files.Root));
        _cluster = new(() => new XrootdCluster(Files.Root));
    }

    internal ServedFiles Files => _files.Value;

    internal NginxServer Nginx => _nginx.Value;

    internal XrootdServer Plain => _plain.Value;

    internal XrootdServer Tls => _tls.Value;

    internal XrootdServer Sss => _sss.Value;

    internal XrootdCluster Cluster => _cluster.Value;

    /// <summary>Options of the tests: little patience, and the authority and keys that a server needs.</summary>
    internal static SourceOptions Options { get; } = new() { StallTime = TimeSpan.FromSeconds(20), User = "physicist" };

    /// <summary>Ends the servers.</summary>
    public void Dispose()
    {
        if (_nginx.IsValueCreated) _nginx.Value.Dispose();
        foreach (var server in (Lazy<XrootdServer>[])[_plain, _tls, _sss])
            if (server.IsValueCreated) server.Value.Dispose();
        if (_cluster.IsValueCreated) _cluster.Value.Dispose();
        if (_files.IsValueCreated) _files.Value.Dispose();
    }
}
