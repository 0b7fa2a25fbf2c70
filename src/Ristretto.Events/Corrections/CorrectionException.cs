using Ristretto.Bytes.Errors;

namespace Ristretto.Events.Corrections;

/// <summary>A correction has no value for the inputs it was given: they lie outside what the payload covers.</summary>
public sealed class CorrectionException : RistrettoException
{
    internal CorrectionException(string path, string correction, CorrectionFault fault, string reason)
        : base($"{path}: correction \"{correction}\": {reason}") => (Path, Correction, Fault) = (path, correction, fault);

    /// <summary>The file of the payload.</summary>
    public string Path { get; }

    /// <summary>The name of the correction.</summary>
    public string Correction { get; }

    /// <summary>What is wrong.</summary>
    public CorrectionFault Fault { get; }
}
