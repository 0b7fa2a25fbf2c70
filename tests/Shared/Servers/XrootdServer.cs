namespace Ristretto.Tests.Shared.Servers;

/// <summary>How an XRootD server of the tests is set up.</summary>
internal enum XrootdKind
{
    /// <summary>Whoever comes may read.</summary>
    Plain,

    /// <summary>Encrypted, and asks for authentication unix.</summary>
    Tls,

    /// <summary>Asks for authentication sss.</summary>
    Sss,

    /// <summary>A manager that sends clients on to data servers.</summary>
    Manager,

    /// <summary>A data server of a manager.</summary>
    Data,
}

/// <summary>An XRootD server over a folder. The program listens on all interfaces, but drops connections from elsewhere.</summary>
internal sealed class XrootdServer : IDisposable
{
    private const string Account = "xrootd";

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _asAccount;
    private ServerProcess? _cluster;
    private ServerProcess _process;

    /// <summary>Starts it; the test is skipped without the packages.</summary>
    /// <param name="kind">How it is set up.</param>
    /// <param name="root">The folder it serves; what is below <c>store/</c> in it is shown.</param>
    /// <param name="manager">Port of the cluster service of a manager.</param>
    internal XrootdServer(XrootdKind kind, string root, int manager = 0)
    {
        ServerProcess.Require("xrootd");
        _asAccount = Environment.UserName == "root" ? ["-R", Account] : [];
        (Kind, Port, ClusterPort) = (kind, ServerProcess.FreePort(), kind == XrootdKind.Manager ? ServerProcess.FreePort() : manager);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        Authority = kind == XrootdKind.Tls ? new TestAuthority(_folder["tls"]) : null;
        if (kind == XrootdKind.Sss) MakeKeytab();
        Directory.CreateDirectory(_folder["admin"]);
        _folder.Write("server.cfg", Configuration(root));
        if (_asAccount.Length > 0) ShellCommand.Run("chown", ["-R", Account, _folder.Path]).Succeeded();
        _process = Start();
        if (kind is XrootdKind.Manager or XrootdKind.Data)
            _cluster = ServerProcess.Start(_folder["cmsd.log"], kind == XrootdKind.Manager ? ClusterPort : 0, ServerProcess.Require("cmsd"), [.. _asAccount, "-n", "test", "-c", _folder["server.cfg"]]);
    }

    internal XrootdKind Kind { get; }

    internal int Port { get; }

    internal int ClusterPort { get; }

    internal TestAuthority? Authority { get; }

    /// <summary>The key table of a client.</summary>
    internal string Keytab => _folder["client.keytab"];

    /// <summary><c>root://localhost:port/</c>, to which an absolute path is added.</summary>
    internal string Url => $"{(Kind == XrootdKind.Tls ? "roots" : "root")}://localhost:{Port}/";

    internal ServerProcess Process => _process;

    /// <summary>Starts it again after it was killed.</summary>
    internal void Restart()
    {
        _process.Dispose();
        _process = Start();
    }

    public void Dispose()
    {
        _cluster?.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>What the server and its cluster service said.</summary>
    internal string Log() => string.Concat(Directory.EnumerateFiles(_folder.Path, "*.log", SearchOption.AllDirectories).Select(File.ReadAllText));

    private ServerProcess Start() => ServerProcess.Start(_folder["xrootd.log"], Port, ServerProcess.Require("xrootd"), [.. _asAccount, "-n", "test", "-c", _folder["server.cfg"]]);

    private void MakeKeytab()
    {
        ShellCommand.Run(ServerProcess.Require("bash"), ["-c", $"echo y | xrdsssadmin -k test -u physicist -g users add '{_folder["server.keytab"]}'"]).Succeeded();
        File.Copy(_folder["server.keytab"], Keytab);
    }

    private string Configuration(string root)
    {
        var common = $"""
            all.export /store
            all.adminpath {_folder["admin"]}
            all.pidpath {_folder["admin"]}
            xrd.allow host localhost
            xrd.port {Port}

            """;
        return Kind switch
        {
            XrootdKind.Manager => $"""
                all.role manager
                all.manager localhost {ClusterPort}
                {common}
                if exec cmsd
                xrd.port {ClusterPort}
                fi
                cms.delay startup 1 servers 1 lookup 1 full 1 hold 1 suspend 1 drop 60 overload 1
                cms.ping 1

                """,
            XrootdKind.Data => $"""
                all.role server
                all.manager localhost {ClusterPort}
                {common}
                oss.localroot {root}

                """,
            XrootdKind.Tls => $"""
                all.role server
                {common}
                oss.localroot {root}
                xrootd.seclib libXrdSec.so
                sec.protocol unix
                sec.protbind * only unix
                xrd.tls {Authority!.Certificate} {Authority.Key}
                xrd.tlsca certfile {Authority.Authority}
                xroot.tls all

                """,
            XrootdKind.Sss => $"""
                all.role server
                {common}
                oss.localroot {root}
                xrootd.seclib libXrdSec.so
                sec.protocol sss -s {_folder["server.keytab"]}
                sec.protbind * only sss

                """,
            _ => $"""
                all.role server
                {common}
                oss.localroot {root}

                """,
        };
    }
}
