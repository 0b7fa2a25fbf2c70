namespace Ristretto.Tests.Shared.Servers;

/// <summary>nginx over a folder, on the loopback interface: as it is, without several ranges, without any, without HEAD, behind redirections, with signed
/// addresses, and encrypted.</summary>
internal sealed class NginxServer : IDisposable
{
    internal const string Signature = "expires=99&sig=a%2Fb%7Ec+d";

    private readonly TemporaryFolder _folder = new();
    private ServerProcess _process;

    /// <summary>Starts it; the test is skipped without nginx.</summary>
    internal NginxServer(string root)
    {
        var program = ServerProcess.Require("nginx");
        Authority = new TestAuthority(_folder["tls"]);
        (Port, var tlsPort) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        (Url, TlsUrl) = ($"http://127.0.0.1:{Port}", $"https://localhost:{tlsPort}");
        _folder.Write("nginx.conf", $$"""
            daemon off; master_process off;
            pid {{_folder["pid"]}};
            error_log {{_folder["error.log"]}};
            events { worker_connections 256; }
            http {
                access_log off;
                default_type application/octet-stream;
                client_body_temp_path {{_folder["t1"]}}; proxy_temp_path {{_folder["t2"]}}; fastcgi_temp_path {{_folder["t3"]}};
                uwsgi_temp_path {{_folder["t4"]}}; scgi_temp_path {{_folder["t5"]}};
                server {
                    listen 127.0.0.1:{{Port}};
                    listen 127.0.0.1:{{tlsPort}} ssl;
                    ssl_certificate {{Authority.Certificate}};
                    ssl_certificate_key {{Authority.Key}};
                    location /plain/ { alias {{root}}/; autoindex on; }
                    location /json/ { alias {{root}}/; autoindex on; autoindex_format json; }
                    location /one/ { alias {{root}}/; max_ranges 1; }
                    location /none/ { alias {{root}}/; max_ranges 0; }
                    location /nohead/ { if ($request_method = HEAD) { return 405; } alias {{root}}/; }
                    location /moved/ { rewrite ^/moved/(.*)$ http://127.0.0.1:{{Port}}/plain/$1 redirect; }
                    location /round/ { return 302 /round/; }
                    location /signed/ { if ($args != "{{Signature}}") { return 403; } if ($request_method = HEAD) { return 403; } alias {{root}}/; }
                }
            }

            """);
        _process = Start(program);
    }

    internal int Port { get; }

    /// <summary><c>http://127.0.0.1:port</c>.</summary>
    internal string Url { get; }

    /// <summary><c>https://localhost:port</c>.</summary>
    internal string TlsUrl { get; }

    internal TestAuthority Authority { get; }

    internal ServerProcess Process => _process;

    /// <summary>Starts it again after it was killed.</summary>
    internal void Restart()
    {
        _process.Dispose();
        _process = Start(ServerProcess.Require("nginx"));
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    private ServerProcess Start(string program) => ServerProcess.Start(_folder["nginx.log"], Port, program, "-c", _folder["nginx.conf"], "-p", _folder.Path);
}
