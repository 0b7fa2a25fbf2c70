using Ristretto.Cli.Conventions;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Running;
using Ristretto.Cli.Targets;
using Ristretto.Events.Engine;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Words of a command line, and numbers as they are printed.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("a.root", "a.root", null)]
    [InlineData("a.root:Events", "a.root", "Events")]
    [InlineData("dir/a.root:dir/tree;2", "dir/a.root", "dir/tree;2")]
    [InlineData("root://host//store/a.root", "root://host//store/a.root", null)]
    [InlineData("root://host:1094//store/a.root", "root://host:1094//store/a.root", null)]
    [InlineData("root://host:1094//store/a.root:Events", "root://host:1094//store/a.root", "Events")]
    [InlineData("root://host//store/*.root:dir/tree;2", "root://host//store/*.root", "dir/tree;2")]
    [InlineData("https://host/a.root?sig=a:b&expires=7", "https://host/a.root?sig=a:b&expires=7", null)]
    [InlineData("https://host/a.root?expires=7&sig=ab:Events", "https://host/a.root?expires=7&sig=ab", "Events")]
    [InlineData("file:///data/a.root:Events", "file:///data/a.root", "Events")]
    [InlineData("C:\\a.ROOT:Events", "C:\\a.ROOT", "Events")]
    [InlineData("a.root.2:b:c", "a.root.2", "b:c")]
    [InlineData("root://host:1094//store/dir/", "root://host:1094//store/dir/", null)]
    [InlineData("@files.txt:Events", "@files.txt", "Events")]
    public void Parse_FileAndObject_SplitsAtTheRightColon(string text, string file, string? inside) => Assert.Equal(new Target(file, inside), Target.Parse(text));

    [Fact]
    public void Parse_ChainOfAddresses_IsRefusedWithAHint() =>
        Assert.EndsWith("give the plain one: root://host//a.root", Assert.Throws<UsageException>(() => Target.Parse("simplecache::root://host//a.root")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2GiB", 2L << 30)]
    [InlineData("500MB", 500_000_000L)]
    [InlineData("1.5KiB", 1536L)]
    [InlineData("7B", 7L)]
    public void Parse_Size_IsBytes(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text, "--memory"));

    [Theory]
    [InlineData(26428, "26.4 kB")]
    [InlineData(13_650_047, "13.7 MB")]
    [InlineData(999, "999 B")]
    [InlineData(999_950, "1.00 MB")]
    [InlineData(412e6, "412 MB")]
    public void Bytes_OfAFile_HaveThreeDigits(double bytes, string text) => Assert.Equal(text, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12345.678, "12 345.7")]
    [InlineData(48.04, "48.04")]
    [InlineData(-0.5, "-0.50000")]
    [InlineData(1.2345e-7, "1.235e-7")]
    public void Weight_OfEverySize_KeepsItsDigits(double weight, string text) => Assert.Equal(text, Quantity.Weight(weight));

    [Fact]
    public void Write_TableWithAccents_AlignsTheColumns()
    {
        using var output = new StringWriter();
        TextTable table = new(("a", Alignment.Left), ("n", Alignment.Right));
        table.Add("tt̄ 1ℓ", "5");
        table.Add("data", "100");

        table.Write(output);

        Assert.Equal("a         n\ntt̄ 1ℓ     5\ndata    100\n", output.ToString());
    }

    [Fact]
    public void Describe_Progress_HasSpeedAndTimeLeft() => Assert.Equal("8 000 of 26 500 events   16 000 events/s   2.00 MB/s   1.2 s left",
        ProgressDisplay.Describe(new RunProgress(8000, 26500, 1_000_000, TimeSpan.FromSeconds(0.5), "data")));
}
