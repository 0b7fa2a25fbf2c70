using Ristretto.Plots.Figures;

namespace Ristretto.Plots.Reports;

/// <summary>A figure in a report.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Caption">One sentence under it; may be empty.</param>
/// <param name="Group">The heading under which it stands.</param>
/// <param name="Stem">The stem of its file names, unique in the report.</param>
internal sealed record ReportPlot(Figure Figure, string Caption, string Group, string Stem);
