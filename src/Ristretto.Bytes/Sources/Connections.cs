using Ristretto.Bytes.Sources.Http;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Bytes.Sources.Remote;
using Ristretto.Bytes.Sources.Xrootd;

namespace Ristretto.Bytes.Sources;

/// <summary>The connections to servers that files share. Safe for several threads; dispose it after the files that were opened with it.</summary>
public sealed class Connections : IDisposable
{
    private readonly Lazy<HttpServers> _http;
    private readonly Lazy<XrdServers> _xrootd;

    /// <summary>No connection yet; they are made when files are opened.</summary>
    /// <param name="options">How servers are dealt with.</param>
    /// <param name="cancellation">Ends every read through these connections, those included that block a thread.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public Connections(SourceOptions? options = null, CancellationToken cancellation = default)
    {
        Options = options ?? new SourceOptions();
        Options.Check();
        Cancellation = cancellation;
        Gate = new ByteGate(Options.BytesInFlight);
        Authorities = new Authorities(Options.Certificates);
        _http = new Lazy<HttpServers>(() => new HttpServers(this));
        _xrootd = new Lazy<XrdServers>(() => new XrdServers(this));
    }

    /// <summary>How servers are dealt with.</summary>
    public SourceOptions Options { get; }

    internal CancellationToken Cancellation { get; }

    internal ByteGate Gate { get; }

    internal Authorities Authorities { get; }

    internal HttpServers Http => _http.Value;

    internal XrdServers Xrootd => _xrootd.Value;

    /// <summary>Opens a file by its path or address.</summary>
    /// <exception cref="Errors.SourceException">It is missing, a directory, empty, not readable, or of an unknown kind of address.</exception>
    public ByteSource Open(string path)
    {
        if (!SourceAddress.IsRemote(path)) return LocalFileSource.Open(SourceAddress.ToLocal(path));
        return Blocking.Wait(OpenRemoteAsync(path, Cancellation));
    }

    /// <summary>Opens a file by its path or address.</summary>
    /// <exception cref="Errors.SourceException">It is missing, a directory, empty, not readable, or of an unknown kind of address.</exception>
    /// <exception cref="OperationCanceledException">The opening was cancelled.</exception>
    public async ValueTask<ByteSource> OpenAsync(string path, CancellationToken cancellation = default)
    {
        if (!SourceAddress.IsRemote(path)) return LocalFileSource.Open(SourceAddress.ToLocal(path));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Cancellation);
        return await OpenRemoteAsync(path, both.Token).ConfigureAwait(false);
    }

    /// <summary>The files that a path stands for: one that names a single file is given back as it is, without a look at it.</summary>
    /// <param name="pattern">A path or address. In the path <c>*</c>, <c>?</c> (not in http addresses, where it starts the query), <c>[a-c]</c> and
    /// <c>{a,b}</c> stand for names that match and <c>**</c> for folders of any depth; one that ends in <c>/</c> means the <c>.root</c> files of the folder;
    /// <c>@list.txt</c> means the paths in a text file, one a line, <c>#</c> before comments.</param>
    /// <returns>The files, in natural order within a pattern: <c>f2.root</c> before <c>f10.root</c>.</returns>
    /// <exception cref="Errors.SourceException">Nothing matches, a folder is missing, or the server gives no listings.</exception>
    public IReadOnlyList<string> Expand(string pattern) => new FileFinder(this).Expand(pattern);

    /// <summary>Closes all connections; files that still use them can no longer be read.</summary>
    public void Dispose()
    {
        if (_http.IsValueCreated) _http.Value.Dispose();
        if (_xrootd.IsValueCreated) _xrootd.Value.Dispose();
        Authorities.Dispose();
    }

    /// <summary>Opens a remote file with connections that live as long as the file.</summary>
    internal static ByteSource OpenOnItsOwn(string path)
    {
        var connections = new Connections();
        try
        {
            return new OwningSource(connections.Open(path), connections);
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }

    private Task<ByteSource> OpenRemoteAsync(string path, CancellationToken cancellation) =>
        SourceAddress.IsHttp(SourceAddress.SchemeOf(path)) ? HttpOpening.OpenAsync(this, path, cancellation) : XrdSource.OpenAsync(this, path, cancellation);
}
