using Ristretto.Bytes.Sources;

namespace Ristretto.Cli.Measurements;

/// <summary>What of the analysis description language benchmark is measured.</summary>
/// <param name="Inputs">Files, with names of trees or without.</param>
/// <param name="Query">1 to 8, 7a, or all.</param>
/// <param name="Style">Name of the style.</param>
/// <param name="Threads">Number of threads; all processors when null.</param>
/// <param name="Rounds">How often each is measured.</param>
/// <param name="Json">Whether to print JSON.</param>
/// <param name="Servers">How servers are dealt with.</param>
internal sealed record AdlSettings(IReadOnlyList<string> Inputs, string Query, string Style, int? Threads, int Rounds, bool Json, Func<SourceOptions> Servers);
