using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees;

public sealed class DamagedBasketTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ristretto");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Flips one bit in the middle of basket 1 of flags and reads the branch; the error without the path.</summary>
    private string Message(string name, out long seek)
    {
        var path = Path.Combine(_folder.FullName, "data.root");
        var bytes = File.ReadAllBytes(SharedData.Path("root-written", name));
        using (var whole = RootFile.Open(SharedData.Path("root-written", name)))
        {
            var branch = whole.GetTree("Events").GetBranch("flags");
            seek = branch.BasketSeeks[1];
            bytes[seek + branch.BasketBytes[1] - 40] ^= 0x10;
        }
        File.WriteAllBytes(path, bytes);
        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        using var reader = new BranchReader(file.GetTree("Events").GetBranch("flags"), context);
        return Assert.Throws<RootFormatException>(() => reader.ReadValues(0, 450, new byte[8 * 450])).Message[(path.Length + 2)..];
    }

    [Fact]
    public void ReadValues_BitFlippedInLz4_ShowsBothChecksums()
    {
        var message = Message("tree_lz4_4.root", out var seek);

        Assert.Matches(@"^Events/flags, basket 1: at byte \d+: LZ4 checksum differs \(stored [0-9a-f]{16}, computed [0-9a-f]{16}\)$", message);
        var at = long.Parse(message.Split("at byte ")[1].Split(':')[0]);
        Assert.InRange(at, seek + 50, seek + 200);      // the compressed block, behind the basket's key
    }

    [Theory]
    [InlineData("tree_zlib1.root", "the zlib stream is corrupt")]
    [InlineData("tree_lzma1.root", "the LZMA stream")]
    public void ReadValues_BitFlippedWhereThereIsAChecksum_IsAnError(string name, string expected)
    {
        var message = Message(name, out _);

        Assert.StartsWith("Events/flags, basket 1: at byte ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}
