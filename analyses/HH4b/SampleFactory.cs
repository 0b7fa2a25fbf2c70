using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Programs;

namespace Ristretto.Analyses.HH4b;

/// <summary>Gathers what the selection must know about each data set: configuration, corrections, normalisation.</summary>
public sealed class SampleFactory(Configuration configuration, string corrections, RunRequest request)
{
    /// <summary>An event counts as an outlier when its absolute generator weight is so many times the median of its data set.</summary>
    private const double OutlierFactor = 200;

    private readonly SortedDictionary<string, object> _opened = new(StringComparer.Ordinal);

    /// <summary>The files of the corrections that were used.</summary>
    public IEnumerable<string> Files => _opened.Keys;

    /// <summary>What is known about a data set.</summary>
    public Sample Make(Dataset dataset)
    {
        var metadata = dataset.Metadata;
        var kind = KindOf(dataset);
        var year = configuration.YearOf(dataset.Name, metadata.Year);
        var branches = Branches(dataset);
        var sample = new Sample
        {
            Name = dataset.Name,
            Kind = kind,
            Year = year,
            DumpEvents = request.DumpEvents,
            HasMuonIsolation = branches.Contains("Muon_pfRelIso03_all"),
        };
        if (kind == Kind.Data)
            return sample with
            {
                Certified = Opened(year.GoldenJson, LumiMask.Open),
                Luminosity = File.Exists(Path.Combine(corrections, year.Luminosity)) ? Opened(year.Luminosity, LuminosityTable.Open) : null,
            };
        return sample with
        {
            Normalisation = metadata.Normalisation,
            Pileup = Pileup(metadata.Year, year),
            LargestWeight = OutlierFactor * MedianWeight(dataset),
            HasGeneratorJets = kind == Kind.Signal && branches.Contains("GenPart_status") && branches.Contains("GenJet_partonFlavour"),
        };
    }

    /// <summary>The branches of the first file that can be read.</summary>
    private IReadOnlySet<string> Branches(Dataset dataset)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return (dataset with { Files = [dataset.Files[i]] }).Branches(request.Options.Connections);
            }
            catch (RistrettoException) when (request.Options.SkipBadFiles && i < dataset.Files.Count - 1)
            {
                // The run leaves the file out and names it.
            }
        }
    }

    private Kind KindOf(Dataset dataset)
    {
        if (!configuration.Processes.TryGetValue(dataset.Metadata.Process, out var kind))
            throw new ConfigurationException(request.Fileset, null,
                $"{dataset.Name} is of the process \"{dataset.Metadata.Process}\", which hh4b does not know{NearestNames.Hint(dataset.Metadata.Process, configuration.Processes.Keys)}");
        if (dataset.Metadata.IsMc == (kind == Kind.Data))
            throw new ConfigurationException(request.Fileset, null, $"{dataset.Name} says is_mc = {(dataset.Metadata.IsMc ? "true" : "false")}, but {dataset.Metadata.Process} is {kind}");
        return kind;
    }

    private PileupWeight Pileup(string name, Year year)
    {
        var set = Opened(year.Pileup, path => CorrectionSet.Open(path));
        var correction = set[set.Names.Single()];
        return new($"CMS_pileup_{name}", correction.Bind("nominal"), correction.Bind("up"), correction.Bind("down"));
    }

    private T Opened<T>(string name, Func<string, T> open) where T : notnull
    {
        var path = Path.Combine(corrections, name);
        if (!_opened.TryGetValue(path, out var known)) _opened.Add(path, known = open(path));
        return (T)known;
    }

    /// <summary>The median of the absolute generator weight, from a run over that column alone.</summary>
    private double MedianWeight(Dataset dataset)
    {
        var median = new MedianOfWeights();
        EventLoop.Run([new DatasetRun<NanoBatch>(dataset.Name, HH4bProgram.Inputs(dataset), median)], request.Options with { Progress = null, Events = null, Profile = null, DetailedCosts = false });
        return median.Value;
    }
}
