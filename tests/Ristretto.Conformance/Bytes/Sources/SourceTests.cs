using Ristretto.Bytes.Sources;
using Ristretto.Tests.Shared.Servers;

namespace Ristretto.Conformance.Bytes.Sources;

/// <summary>Files of the local file system.</summary>
public sealed class LocalSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => Files[$"store/{name}"];

    private protected override bool IsRemote => false;

    private protected override int MostRequestsForManyRanges => 600;
}

/// <summary>nginx as it is.</summary>
public sealed class NginxSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.Url}/plain/store/{name}";
}

/// <summary>nginx, encrypted, with listings in JSON.</summary>
public sealed class NginxTlsSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.TlsUrl}/json/store/{name}";

    private protected override SourceOptions Options => Served.Options with { Certificates = Served.Nginx.Authority.Authority };
}

/// <summary>nginx that sends one range a request.</summary>
public sealed class NginxSingleRangeSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.Url}/one/store/{name}";

    private protected override int MostRequestsForManyRanges => 700;

    private protected override bool CanList => false;
}

/// <summary>nginx that sends files as a whole only.</summary>
public sealed class NginxWholeFileSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.Url}/none/store/{name}";

    private protected override bool IsRemote => false;

    private protected override bool IsFetchedWhole => true;

    private protected override bool CanList => false;
}

/// <summary>nginx behind redirections.</summary>
public sealed class NginxRedirectedSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.Url}/moved/store/{name}";
}

/// <summary>nginx that wants a signature in the address and refuses HEAD, as object stores do.</summary>
public sealed class NginxSignedSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Nginx.Url}/signed/store/{name}?{NginxServer.Signature}";

    private protected override bool CanList => false;
}

/// <summary>An XRootD server.</summary>
public sealed class XrootdSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Plain.Url}/store/{name}";
}

/// <summary>An XRootD server with TLS and authentication unix.</summary>
public sealed class XrootdTlsSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Tls.Url}/store/{name}";

    private protected override SourceOptions Options => Served.Options with { Certificates = Served.Tls.Authority!.Authority };
}

/// <summary>An XRootD server with authentication sss.</summary>
public sealed class XrootdSssSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Sss.Url}/store/{name}";

    private protected override SourceOptions Options => Served.Options with { Keytab = Served.Sss.Keytab };
}

/// <summary>A manager of XRootD servers.</summary>
public sealed class XrootdRedirectedSourceTests(Served served) : ByteSourceConformance(served)
{
    private protected override string PathOf(string name) => $"{Served.Cluster.Url}/store/{name}";
}
