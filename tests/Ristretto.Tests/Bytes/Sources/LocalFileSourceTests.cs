using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Tests.Bytes.Sources;

public sealed class LocalFileSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ristretto");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    [Fact]
    public void Open_MissingFile_NamesTheNearest()
    {
        Write("fileset.json", [1]);
        var path = Path.Combine(_folder.FullName, "fileset.jsn");

        var error = Assert.Throws<SourceException>(() => LocalFileSource.Open(path));

        Assert.Equal($"{path}: no such file; did you mean fileset.json?", error.Message);
    }

    [Fact]
    public void Open_MissingFolder_SaysSo()
    {
        var folder = Path.Combine(_folder.FullName, "nowhere");
        var error = Assert.Throws<SourceException>(() => LocalFileSource.Open(Path.Combine(folder, "a.root")));

        Assert.EndsWith($"no such file; the folder {folder} does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Directory_SaysSo() => Assert.EndsWith(": is a directory", Assert.Throws<SourceException>(() => LocalFileSource.Open(_folder.FullName)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_EmptyFile_SaysSo() => Assert.EndsWith(": the file is empty", Assert.Throws<SourceException>(() => LocalFileSource.Open(Write("a", []))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_UnknownScheme_SaysSo() => Assert.Contains("no reader for gsiftp addresses", Assert.Throws<SourceException>(() => ByteSource.Open("gsiftp://host//a.root")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Read_AtAnOffset_CountsRequestsAndBytes()
    {
        using var source = LocalFileSource.Open(Write("a", [1, 2, 3, 4, 5]));
        var (first, second) = (new byte[2], new byte[3]);

        source.Read(3, first);
        await source.ReadAsync(0, second, TestContext.Current.CancellationToken);

        Assert.Equal([4, 5], first);
        Assert.Equal([1, 2, 3], second);
        Assert.Equal((2, 5), (source.Counters.Requests, source.Counters.BytesRead));
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(-1, 1)]
    [InlineData(long.MaxValue, 1)]
    public void Read_OutsideTheFile_IsOurError(long offset, int count)
    {
        using var source = LocalFileSource.Open(Write("a", [1, 2, 3, 4, 5]));

        Assert.Throws<SourceException>(() => source.Read(offset, new byte[count]));
    }

    [Fact]
    public void Read_FileCutMeanwhile_IsOurError()
    {
        var path = Write("a", [1, 2, 3, 4, 5]);
        using var source = LocalFileSource.Open(path);
        File.WriteAllBytes(path, [1]);

        Assert.Contains("it had 5 bytes when it was opened", Assert.Throws<SourceException>(() => source.Read(0, new byte[5])).Message, StringComparison.Ordinal);
    }
}
