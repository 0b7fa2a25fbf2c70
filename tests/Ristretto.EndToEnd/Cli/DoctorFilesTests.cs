using System.Globalization;
using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto doctor FILE</c>.</summary>
public sealed class DoctorFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_Sound_SaysWhatWasChecked()
    {
        var lines = CliRun.Of("doctor", CliRun.Sample).Succeeded().Output.TrimEnd('\n').Split('\n');

        Assert.Equal($"{CliRun.Sample}: sound", lines[0]);
        Assert.Equal(["records", "objects", "baskets", "decoded"], lines[1..].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    [Fact]
    public void File_WithADamagedBasket_NamesItWhatIsLeftAndARemedyThatWorks()
    {
        var path = Damage("root-written", "tree_lz4_4.root", "Events", "vd", 3);

        var run = CliRun.Of("doctor", path);

        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{path}: 1 problem\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"  PROBLEM    Events/vd, basket 3: at byte \d+: .*checksum.* \(entries \d+ to \d+\)\n", run.Output);
        Assert.Matches(@"  readable   Events: 43 of 44 branches whole; vd lacks entries \d+ to \d+ \(1 of \d+ baskets\)\n", run.Output);
        var remedy = run.Output.Split('\n').First(line => line.Contains("--entries", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = remedy.SkipWhile(word => word != "convert").TakeWhile(word => word != "saves").ToArray();
        words[2] = _folder[words[2]];
        CliRun.Of(words).Succeeded();
        var range = words[^1].Split(':').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(range[1] - range[0], CliRun.Of("ls", words[2], "--json").Succeeded().Json().GetProperty("objects")[0].GetProperty("entries").GetInt32());
    }

    [Fact]
    public void Jobs_AnyNumber_PrintTheSame()
    {
        var path = Damage("root-written", "tree_lz4_4.root", "Events", "vd", 3);

        var one = CliRun.Of("doctor", path, "--jobs", "1");

        Assert.Equal(3, one.ExitCode);
        Assert.Equal(one.Output, CliRun.Of("doctor", path, "--jobs", "3").Output);
        Assert.Equal(one.Output, CliRun.Of("doctor", path).Output);
        Assert.Equal(("", "ristretto doctor: --jobs -1: at least one thread, or 0 for all processors\n"), (CliRun.Of("doctor", path, "--jobs", "-1").Output, CliRun.Of("doctor", path, "--jobs", "-1").Errors));
    }

    [Fact]
    public void Json_OfADamagedFile_HasTheSame()
    {
        var file = CliRun.Of("doctor", Damage("root-written", "tree_lz4_4.root", "Events", "vd", 3), "--json").Json();

        var problem = Assert.Single(file.GetProperty("problems").EnumerateArray());
        Assert.Equal("Events/vd, basket 3", problem.GetProperty("where").GetString());
        var table = file.GetProperty("tables")[0];
        Assert.Equal((44, 43), (table.GetProperty("columns").GetInt32(), table.GetProperty("wholeColumns").GetInt32()));
        Assert.Equal([220, 330], problem.GetProperty("entries").EnumerateArray().Select(entry => entry.GetInt32()));
        Assert.Equal([220, 330], table.GetProperty("damaged")[0].GetProperty("missing")[0].EnumerateArray().Select(entry => entry.GetInt32()));
    }

    [Fact]
    public void File_Unclosed_SaysSoAndWhatRecoveryFinds()
    {
        var run = CliRun.Of("doctor", SharedData.Path("root-written", "unclosed.root"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("its objects were searched for record by record", run.Output, StringComparison.Ordinal);
        Assert.Contains("readable   Events: all 1 branches whole", run.Output, StringComparison.Ordinal);
        Assert.Contains("--recover lists what was found", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_OneMissing_AreAllLookedAt()
    {
        var run = CliRun.Of("doctor", _folder["none.root"], CliRun.Sample);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"ristretto doctor: {_folder["none.root"]}: no such file\n", run.Errors);
        Assert.StartsWith($"{CliRun.Sample}: sound", run.Output, StringComparison.Ordinal);
        Assert.Equal([false, true], CliRun.Of("doctor", "--json", _folder["none.root"], CliRun.Sample).Json().EnumerateArray().Select(file => file.GetProperty("sound").GetBoolean()));
    }

    [Fact]
    public void File_ThatIsNone_IsOneLine() =>
        Assert.Contains("it looks like text", CliRun.Of("doctor", _folder.Write("text.root", "hello")).Failed(3), StringComparison.Ordinal);

    /// <summary>A copy with one byte of a basket's values changed.</summary>
    private string Damage(string folder, string name, string tree, string field, int basket)
    {
        var source = SharedData.Path(folder, name);
        var bytes = File.ReadAllBytes(source);
        using (var file = RootFile.Open(source))
        {
            // The basket's key holds the branch's name, and is followed by its values.
            var marks = "\u0007TBasket"u8.ToArray().Concat(new[] { (byte)field.Length }).Concat(System.Text.Encoding.ASCII.GetBytes(field)).ToArray();
            Assert.True(file.GetTree(tree).GetField(field).BasketCount > basket);
            var at = -1;
            for (var i = 0; i <= basket; i++) at += 1 + bytes.AsSpan(at + 1).IndexOf(marks);
            bytes[at + 120] ^= 4;
        }
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }
}
