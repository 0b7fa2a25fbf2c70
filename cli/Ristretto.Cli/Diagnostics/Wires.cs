using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Ristretto.Cli.Diagnostics;

/// <summary>What is needed to read from servers: everything is built in but the encryption, which the system brings.</summary>
internal static class Wires
{
    internal static IEnumerable<Finding> Check()
    {
        yield return new Finding("wires", Verdict.Good, "local files, http, https, root, roots (XRootD with sss, unix, host; tokens and grid certificates are not built)");
        yield return Tls();
        yield return Authorities(Environment.GetEnvironmentVariable("X509_CERT_DIR"));
    }

    private static Finding Tls()
    {
        try
        {
            _ = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.None };
            using var store = new X509Chain();
            return new Finding("TLS", Verdict.Good, "the system's library is there");
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or PlatformNotSupportedException)
        {
            return new Finding("TLS", Verdict.Note, "https and roots cannot be read: no OpenSSL", "apt install libssl3 (Debian, Ubuntu) or dnf install openssl-libs (RHEL, Fedora)");
        }
    }

    /// <summary>The authorities that servers are checked against.</summary>
    internal static Finding Authorities(string? folder)
    {
        const string name = "authorities";
        if (!string.IsNullOrEmpty(folder))
            return Directory.Exists(folder) || File.Exists(folder)
                ? new Finding(name, Verdict.Good, $"{folder} (X509_CERT_DIR)")
                : new Finding(name, Verdict.Note, $"X509_CERT_DIR names {folder}, which is not there", "unset it, or name the authorities with --certificates");
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return None();
        }
        return store.Certificates.Count > 0 ? new Finding(name, Verdict.Good, $"{store.Certificates.Count} of the system") : None();

        static Finding None() => new(name, Verdict.Note, "the system has none: no https or roots server is trusted", "apt install ca-certificates (Debian, Ubuntu), or name some with --certificates");
    }
}
