namespace Ristretto.Tests.Shared.Servers;

/// <summary>A manager with two data servers over the same folder.</summary>
internal sealed class XrootdCluster : IDisposable
{
    internal XrootdCluster(string root) : this(root, root) { }

    internal XrootdCluster(string first, string second)
    {
        Manager = new XrootdServer(XrootdKind.Manager, first);
        Servers = [new XrootdServer(XrootdKind.Data, first, Manager.ClusterPort), new XrootdServer(XrootdKind.Data, second, Manager.ClusterPort)];
    }

    internal XrootdServer Manager { get; }

    internal XrootdServer[] Servers { get; }

    internal string Url => Manager.Url;

    public void Dispose()
    {
        foreach (var server in Servers) server.Dispose();
        Manager.Dispose();
    }
}
