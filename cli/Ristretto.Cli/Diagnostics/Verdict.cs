namespace Ristretto.Cli.Diagnostics;

/// <summary>What a finding means.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works without; something is slower or not possible.</summary>
    Note,

    /// <summary>Something that everybody needs does not work.</summary>
    Problem,
}
