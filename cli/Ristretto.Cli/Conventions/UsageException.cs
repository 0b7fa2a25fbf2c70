namespace Ristretto.Cli.Conventions;

/// <summary>The command line is wrong: one line that says what and names the nearest right thing.</summary>
internal sealed class UsageException(string message) : Exception(message);
