using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>A certificate authority of the tests, and a certificate of this machine that it signed, as PEM files in a folder.</summary>
internal sealed class TestAuthority
{
    internal TestAuthority(string folder)
    {
        Directory.CreateDirectory(folder);
        (Authority, Certificate, Key) = (Path.Combine(folder, "authority.pem"), Path.Combine(folder, "host.pem"), Path.Combine(folder, "host.key"));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));

        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority of the tests", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var authority = request.CreateSelfSigned(from, until);
        File.WriteAllText(Authority, authority.ExportCertificatePem());

        using var hostKey = RSA.Create(2048);
        var host = new CertificateRequest("CN=localhost", hostKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Dns.GetHostName());
        names.AddIpAddress(IPAddress.Loopback);
        host.CertificateExtensions.Add(names.Build());
        host.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: false));
        host.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: false));
        host.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        using var certificate = host.Create(authority, from, until, [1, 2, 3, 4]);
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Key, hostKey.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Key, UnixFileMode.UserRead);
    }

    /// <summary>The authority's certificate.</summary>
    internal string Authority { get; }

    /// <summary>The certificate of localhost.</summary>
    internal string Certificate { get; }

    /// <summary>Its key.</summary>
    internal string Key { get; }
}
