namespace Ristretto.Bytes.Errors;

/// <summary>The base of every error that Ristretto reports about data, files and configuration. The message is one line
/// that names the file, the thing and the remedy. Wrong arguments from code stay argument exceptions.</summary>
public abstract class RistrettoException : Exception
{
    /// <summary>An error with a one-line message.</summary>
    protected RistrettoException(string message, Exception? innerException = null) : base(message, innerException) { }
}
