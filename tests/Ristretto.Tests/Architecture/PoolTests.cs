namespace Ristretto.Tests.Architecture;

/// <summary>Only Bytes/Memory rents from a pool; a worker's tiles come from the one arena in Columns/Arrays.</summary>
public sealed class PoolTests
{
    private static readonly string[] s_pools = ["ArrayPool", "MemoryPool", "NativeMemory"];
    private static readonly string[] s_owners = ["src/Ristretto.Bytes/Memory", "src/Ristretto.Columns/Arrays", "src/Ristretto.Columns/Memory"];

    [Fact]
    public void Libraries_OutsideTheOwners_DoNotRent() => Tree.Obeys(Violations(SourceFile.Below("src")));

    [Fact]
    public void Rule_RentInAnotherFolder_IsNamed() =>
        Assert.Equal(["src/Ristretto.Plots/A.cs uses ArrayPool"],
            Violations([new("src/Ristretto.Plots/A.cs", "class A { object b = System.Buffers.ArrayPool<byte>.Shared.Rent(4); }")]));

    [Fact]
    public void Rule_PoolInACommentOrAnOwner_IsAllowed() =>
        Assert.Empty(Violations([
            new("src/Ristretto.Plots/A.cs", "// not from an ArrayPool"),
            new("src/Ristretto.Bytes/Memory/B.cs", "class B { object b = ArrayPool<byte>.Shared; }")]));

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where !s_owners.Any(file.IsBelow)
        from pool in s_pools
        where file.Names(pool)
        select $"{file.Path} uses {pool}";
}
