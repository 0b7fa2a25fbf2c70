using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Engine.Ledger;

/// <summary>Tells errors of a file from errors of the analysis or its configuration.</summary>
internal static class BadFile
{
    /// <summary>Whether an error says that this file cannot be fetched or decoded.</summary>
    internal static bool Explains(Exception error, string path) => error switch
    {
        SourceException source => source.Path == path,
        RootFormatException format => format.Path == path,
        _ => false,
    };

    /// <summary>Whether an error while a file is opened says that it cannot be read, or lacks what holds its events.</summary>
    internal static bool ExplainsOpening(Exception error, string path) => Explains(error, path) || (error is SchemaException schema && schema.Path == path);

    /// <summary>Whether the same may go well a little later.</summary>
    internal static bool MayRecover(Exception error) => error is SourceException { IsRetryable: true };
}
