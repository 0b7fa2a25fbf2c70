using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Every reference file with a table goes into a tree and into an ntuple and comes back with the same values, but for what is named as left out.</summary>
public sealed class ConvertMatrixTests : IDisposable
{
    private static readonly string[] s_codecs = ["none", "zlib:6", "lz4:4", "zstd:5", "lzma:1"];

    // Never closed, no tables, damaged on purpose, or of 10⁸ entries.
    private static readonly string[] s_others =
    [
        "bad_delphes", "uproot-issue70", "unclosed", "truncated", "empty", "hists", "histograms1d2d", "tprofile", "uproot-issue209", "graphs",
        "all_histograms_fps4_bin4j1b", "test_int_multicluster_rntuple_v1-0-0-0",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files =>
        [.. SharedData.ReferenceFiles().Select(row => row.Data).Where(file => !s_others.Contains(Path.GetFileNameWithoutExtension(file.Item2))).Select(file => $"{file.Item1}/{file.Item2}")];

    public void Dispose() => _folder.Dispose();

    /// <summary>One codec a file; the files go round the codecs.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Convert_EveryFile_KeepsTheValues(string name) => Convert(name, s_codecs[name.Sum(letter => letter) % s_codecs.Length]);

    /// <summary>By name: <c>./test --project Ristretto.EndToEnd InEachCodec -- -explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Files))]
    public void Convert_EveryFileInEachCodec_KeepsTheValues(string name)
    {
        foreach (var codec in s_codecs) Convert(name, codec);
    }

    /// <summary>By name, as above.</summary>
    [Fact(Explicit = true)]
    public void Convert_HundredMillionEntriesInEachCodec_KeepsTheValues() => Convert("root/test_int_multicluster_rntuple_v1-0-0-0.root", "zstd:1");

    private void Convert(string name, string codec)
    {
        var input = SharedData.Path(name.Split('/'));
        foreach (var to in (string[])["ttree", "rntuple"]) ConvertRoundTrip.RequireSame(input, _folder.Path, to, codec, out _);
    }
}
