using System.Text;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Files whose description of a class was changed: the object is named as unreadable, and that is no error of the program.</summary>
public sealed class ForgedClassTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fNbins", "fNbinz")]
    [InlineData("fXbins", "fXb\u0001ns")]
    [InlineData("fFunctions", "fFunctionz")]
    [InlineData("fEntries", "fEntr\u0000es")]
    [InlineData("fXaxis", "fQaxis")]
    public void Summary_MemberThatIsMissing_SaysThatTheFileDescribesTheClassOtherwise(string member, string instead)
    {
        var path = _folder["histogram.root"];
        var histogram = Histogram.Regular("pt", 5, 0, 10);
        histogram.Fill(3.0);
        using (var file = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.None }))
        {
            RootHistogram.Write(file, "", histogram);
            file.Complete();
        }
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.Contains(member, text, StringComparison.Ordinal);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text.Replace(member, instead, StringComparison.Ordinal)));

        var run = CliRun.Of("summary", path, "--json");

        var reason = run.Succeeded().Json().GetProperty("objects")[0].GetProperty("unreadable").GetString()!;
        Assert.Contains("its class is described otherwise than a TH1D is", reason, StringComparison.Ordinal);
    }
}
