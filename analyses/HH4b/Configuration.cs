using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ristretto.Bytes.Errors;

namespace Ristretto.Analyses.HH4b;

/// <summary>What kind of events a process stands for.</summary>
public enum Kind
{
    /// <summary>Recorded events.</summary>
    Data,

    /// <summary>Simulated background.</summary>
    Simulation,

    /// <summary>Simulated signal.</summary>
    Signal,
}

/// <summary>What differs between years of data taking.</summary>
public sealed record Year
{
    /// <summary>2 or 3.</summary>
    public required int Run { get; init; }

    /// <summary>Centre-of-mass energy in TeV.</summary>
    public required double Energy { get; init; }

    /// <summary>b-tagging score of the loose working point.</summary>
    public required double LooseTag { get; init; }

    /// <summary>b-tagging score of the medium working point.</summary>
    public required double MediumTag { get; init; }

    /// <summary>Trigger paths, any of which selects an event.</summary>
    public required string[] Triggers { get; init; }

    /// <summary>Those among them that a file may lack.</summary>
    public required string[] OptionalTriggers { get; init; }

    /// <summary>Noise filters, all of which an event must pass.</summary>
    public required string[] NoiseFilters { get; init; }

    /// <summary>Those among them that a file may lack.</summary>
    public required string[] OptionalNoiseFilters { get; init; }

    /// <summary>File of the certified lumi sections, in the folder of the corrections.</summary>
    public required string GoldenJson { get; init; }

    /// <summary>File of the luminosity of each section, in the folder of the corrections; the report does without where it is absent.</summary>
    public required string Luminosity { get; init; }

    /// <summary>File of the pile-up weights, in the folder of the corrections.</summary>
    public required string Pileup { get; init; }
}

/// <summary>The configuration of the analysis: <c>config/hh4b.json</c>.</summary>
public sealed record Configuration
{
    private const string Path = "config/hh4b.json";

    /// <summary>Kind of each process.</summary>
    public required Dictionary<string, Kind> Processes { get; init; }

    /// <summary>The years.</summary>
    public required Dictionary<string, Year> Years { get; init; }

    /// <summary>The configuration that the analysis comes with.</summary>
    public static Configuration Default
    {
        get
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Path)!;
            return JsonSerializer.Deserialize(stream, ConfigurationJson.Default.Configuration)!;
        }
    }

    /// <summary>What differs in a year.</summary>
    /// <exception cref="ConfigurationException">The year is not configured.</exception>
    public Year YearOf(string dataset, string year) => Years.TryGetValue(year, out var found) ? found
        : throw new ConfigurationException(Path, null, $"no year \"{year}\", which {dataset} is of{NearestNames.Hint(year, Years.Keys)}; configured: {string.Join(", ", Years.Keys)}");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Configuration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
