namespace Ristretto.Cli.Diagnostics;

/// <summary>One thing that was checked.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Verdict">Whether it is as it should be.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do about it; null when there is nothing to do.</param>
/// <param name="ExitCode">The exit code that commands will end with because of it.</param>
internal sealed record Finding(string Name, Verdict Verdict, string Found, string? Remedy = null, int ExitCode = Conventions.ExitCode.Ok);
