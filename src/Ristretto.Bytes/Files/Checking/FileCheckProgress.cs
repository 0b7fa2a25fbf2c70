namespace Ristretto.Bytes.Files.Checking;

/// <summary>How far a check has come.</summary>
/// <param name="Object">What is being checked.</param>
/// <param name="Done">Bytes of the file that were checked.</param>
/// <param name="Total">Bytes of the file.</param>
public readonly record struct FileCheckProgress(string Object, long Done, long Total);
