using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Remote;

/// <summary>The certificate authorities that servers are checked against.</summary>
internal sealed class Authorities(string? path) : IDisposable
{
    private readonly Lazy<X509Certificate2Collection> _trusted = new(() => Load(path!));

    /// <summary>How a TLS connection to a host checks the server's certificate and name.</summary>
    /// <exception cref="SourceException">The named certificates cannot be read.</exception>
    internal SslClientAuthenticationOptions For(string? host)
    {
        var options = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = X509RevocationMode.NoCheck };
        if (host is not null) options.TargetHost = host;
        if (path is null) return options;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(_trusted.Value);
        options.CertificateChainPolicy = policy;
        return options;
    }

    public void Dispose()
    {
        if (!_trusted.IsValueCreated) return;
        foreach (var certificate in _trusted.Value) certificate.Dispose();
    }

    private static X509Certificate2Collection Load(string path)
    {
        var found = new X509Certificate2Collection();
        try
        {
            if (!Directory.Exists(path)) found.ImportFromPemFile(path);
            else
                foreach (var file in Directory.EnumerateFiles(path).Where(IsCertificate).Order(StringComparer.Ordinal)) found.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SourceException(path, $"the certificates cannot be read: {e.Message}", innerException: e);
        }
        if (found.Count == 0) throw new SourceException(path, "has no certificates in PEM form");
        return found;
    }

    // A folder such as X509_CERT_DIR also holds revocation lists (.r0), policies and addresses; hashes name the certificates: 5a3b1c2d.0
    private static bool IsCertificate(string file) =>
        Path.GetExtension(file) is { } end && (end is ".pem" or ".crt" || (end.Length >= 2 && end.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0));
}
