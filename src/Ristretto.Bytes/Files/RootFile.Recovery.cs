using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files;

/// <content>Files that were not closed.</content>
public sealed partial class RootFile
{
    private RecoveryScan? _recovered;

    /// <summary>Whether the file was not whole and its objects were found record by record.</summary>
    public bool IsRecovered => _recovered is not null;

    /// <summary>Opens a file, searching one that is not whole for its objects if the options say so.</summary>
    /// <param name="path">Path or address.</param>
    /// <param name="options">How.</param>
    /// <param name="connections">The connections to servers, shared with other files; without them a remote file has one of its own.</param>
    /// <exception cref="SourceException">It is missing, a directory, empty, or not readable.</exception>
    /// <exception cref="RootFormatException">It is no ROOT file; or it is not whole and not to be recovered.</exception>
    public static RootFile Open(string path, RootFileOptions options, Connections? connections = null)
    {
        var source = ByteSource.Open(path, connections);
        try
        {
            return Open(source, options);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Opens a source, which then belongs to the file, searching one that is not whole for its objects if the options say so.</summary>
    /// <exception cref="SourceException">The bytes could not be fetched.</exception>
    /// <exception cref="RootFormatException">It is no ROOT file; or it is not whole and not to be recovered.</exception>
    public static RootFile Open(ByteSource source, RootFileOptions options)
    {
        try
        {
            return Open(source);
        }
        catch (RootFormatException) when (options.Recover)
        {
            return Recover(source);
        }
    }

    private static RootFile Recover(ByteSource source)
    {
        using var first = PooledBuffer.Rent((int)Math.Min(FirstRead, source.Length));
        source.Read(0, first.Span);
        if (!NotRootFile.IsRoot(first.Span)) throw new RootFormatException(source.Path, null, null, NotRootFile.Describe(first.Span));
        var header = FileHeaderRecord.Decode(first.Span, new RecordOrigin(source.Path, null, 0));
        var scan = RecoveryScan.Of(source, header);
        header = scan.StreamerInfo is { } infos ? header with { SeekInfo = infos.SeekKey, InfoBytes = infos.TotalBytes } : header with { SeekInfo = 0 };
        var file = new RootFile(source, header) { _recovered = scan };
        file.Directory = new RootDirectory(file, "", 0, new DirectoryRecord(5, 0, header.NameBytes, header.Begin, 0, 0));
        return file;
    }
}
