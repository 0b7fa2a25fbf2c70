using Ristretto.Events.Selections;
namespace Ristretto.Plots.Reports;

/// <summary>The cutflow of one data set.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Categories">The categories in order, each with its lines.</param>
internal sealed record ReportCutflow(string Dataset, List<(string Category, IReadOnlyList<CutflowRow> Lines)> Categories);
