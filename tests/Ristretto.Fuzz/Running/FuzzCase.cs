using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Running;

/// <summary>One damaged file.</summary>
/// <param name="Name">The file that it was.</param>
/// <param name="Seed">The seed of the damage.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="What">What was done to it.</param>
/// <param name="Original">The file as it was.</param>
internal sealed record FuzzCase(string Name, ulong Seed, ReadOnlyMemory<byte> Bytes, string What, FileAnatomy Original)
{
    /// <summary>What <c>--replay</c> takes.</summary>
    internal string Key => $"{Seed}:{Name}";
}
