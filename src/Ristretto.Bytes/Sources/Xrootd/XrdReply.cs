using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>A server's final reply to a request.</summary>
/// <param name="Status">What kind it is.</param>
/// <param name="Data">Its content; empty for data that went to a sink.</param>
internal readonly record struct XrdReply(XrdStatus Status, byte[] Data)
{
    /// <summary>The content as text, without a closing zero.</summary>
    internal string Text => TextFrom(0);

    /// <summary>The first number of the content: seconds, port, error number.</summary>
    internal int Number => Data.Length >= 4 ? BinaryPrimitives.ReadInt32BigEndian(Data) : 0;

    /// <summary>The text behind the first number.</summary>
    internal string TextBehindNumber => TextFrom(4);

    internal XrdErrorNumber ErrorNumber => (XrdErrorNumber)Number;

    /// <summary>The error that a reply of kind kXR_error tells.</summary>
    internal SourceException ToError(string path, string server) => new(path, Describe(server), IsRetryable(ErrorNumber));

    private string Describe(string server) => ErrorNumber switch
    {
        XrdErrorNumber.NotFound => $"no such file on {server}",
        XrdErrorNumber.NotAuthorized => $"{server} gives no permission to read it ({TextBehindNumber})",
        XrdErrorNumber.IsDirectory => "is a directory",
        XrdErrorNumber.TlsRequired => $"{server} wants an encrypted connection; write roots:// for root://",
        _ => $"{server} says: {TextBehindNumber} (error {Number.ToString(CultureInfo.InvariantCulture)})",
    };

    private static bool IsRetryable(XrdErrorNumber number) => number is XrdErrorNumber.FileSystem or XrdErrorNumber.Io or XrdErrorNumber.NoMemory or XrdErrorNumber.Server
        or XrdErrorNumber.NoServer or XrdErrorNumber.Cancelled or XrdErrorNumber.Overloaded or XrdErrorNumber.TimedOut or XrdErrorNumber.FileNotOpen;

    private string TextFrom(int start)
    {
        if (Data.Length <= start) return "";
        var bytes = Data.AsSpan(start);
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
