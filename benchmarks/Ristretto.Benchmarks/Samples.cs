using Ristretto.Analyses.HH4b;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;

namespace Ristretto.Benchmarks;

/// <summary>The simulated samples as input of the analysis.</summary>
internal static class Samples
{
    internal static (Sample Sample, InputFile File) Make(string fileset, string dataset)
    {
        var request = new RunRequest { Fileset = fileset, Output = "" };
        var known = Fileset.Open(fileset)[dataset];
        var sample = new SampleFactory(Configuration.Default, Path.Combine(Path.GetDirectoryName(fileset)!, "corrections"), request).Make(known);
        return (sample, new InputFile(known.Files[0].Path, known.Files[0].Tree));
    }
}
