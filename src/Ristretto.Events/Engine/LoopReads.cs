using System.Reflection;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>What an analysis reads event by event, which a run over no events does not come across: the generator lists it on the assembly.</summary>
internal static class LoopReads
{
    /// <summary>Branches that this analysis reads whatever is configured.</summary>
    internal static IEnumerable<string> Needed(object analysis)
    {
        if (analysis is IWrittenElsewhere elsewhere) return Listed(elsewhere.Code, elsewhere.Name) ?? [];
        for (var type = analysis.GetType(); type is not null; type = type.BaseType)
        {
            var plain = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            if (plain.FullName is { } name && Listed(plain.Assembly, name) is { } branches) return branches;
        }
        return [];
    }

    /// <summary>Branches that some code of the analysis' assembly reads, perhaps under a condition only, or in another analysis.</summary>
    internal static IEnumerable<string> Possible(object analysis) =>
        ((analysis as IWrittenElsewhere)?.Code ?? analysis.GetType().Assembly).GetCustomAttributes<ReadsBranchesAttribute>().SelectMany(attribute => attribute.Branches);

    private static IReadOnlyList<string>? Listed(Assembly assembly, string analysis) =>
        assembly.GetCustomAttributes<NeedsBranchesAttribute>().FirstOrDefault(attribute => attribute.Analysis == analysis)?.Branches;
}
