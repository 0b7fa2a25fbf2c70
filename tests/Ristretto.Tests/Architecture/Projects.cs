namespace Ristretto.Tests.Architecture;

/// <summary>The library projects in the order of the data, which is the order of their names.</summary>
internal static class Projects
{
    internal static readonly string[] Libraries =
        ["Ristretto.Bytes", "Ristretto.Columns", "Ristretto.Events", "Ristretto.Histograms", "Ristretto.Models", "Ristretto.Plots", "Ristretto.Workflow"];

    internal const string Generator = "Ristretto.Events.Generators";
}
