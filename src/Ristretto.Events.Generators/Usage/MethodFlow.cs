using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ristretto.Events.Generators.Usage;

/// <summary>Tells which blocks of a method are passed whatever a user has configured.</summary>
/// <remarks>A branch on what the events hold goes both ways sooner or later; any other branch may go one way for a whole run. So a block is
/// passed for certain when the one kind of branch leads to it on either side and the other kind on both. A loop counts as left after its first turn.</remarks>
internal sealed class MethodFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly bool[] _isAboutEvents;

    public MethodFlow(ControlFlowGraph graph)
    {
        _graph = graph;
        var conditions = new EventConditions(graph);
        _isAboutEvents = [.. graph.Blocks.Select(block => block.BranchValue is { } value && block.ConditionalSuccessor is not null && conditions.IsAboutEvents(value))];
    }

    /// <summary>Whether a block is passed in every run with enough events.</summary>
    public bool IsCertain(BasicBlock wanted)
    {
        if (!wanted.IsReachable || IsGuarded(wanted)) return false;
        var answers = new Answer[_graph.Blocks.Length];
        for (var i = _graph.Blocks.Length - 1; i >= 0; i--)
        {
            var block = _graph.Blocks[i];
            answers[i] = block == wanted ? Answer.Yes : Of(block, answers);
        }
        return answers[0] == Answer.Yes;
    }

    private Answer Of(BasicBlock block, Answer[] answers)
    {
        var (next, other) = (block.FallThroughSuccessor, block.ConditionalSuccessor);
        if (other is null) return next is null ? Answer.No : Follow(block, next, answers, isOnly: true);
        if (block.BranchValue?.ConstantValue is { HasValue: true, Value: bool constant })
            return Follow(block, constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? other : next!, answers, isOnly: true);
        var (first, second) = (Follow(block, next!, answers, isOnly: false), Follow(block, other, answers, isOnly: false));
        if (first == Answer.None) return second;
        if (second == Answer.None) return first;
        return _isAboutEvents[block.Ordinal] ? (Answer)Math.Max((int)first, (int)second) : (Answer)Math.Min((int)first, (int)second);
    }

    // Blocks stand in the order of the source, so that whatever leads back closes a loop.
    private static Answer Follow(BasicBlock from, ControlFlowBranch branch, Answer[] answers, bool isOnly)
    {
        if (branch.Destination is not { } target) return Answer.None;       // throws: no run goes on there
        if (target.Ordinal > from.Ordinal) return answers[target.Ordinal];
        foreach (var exit in new[] { target.FallThroughSuccessor, target.ConditionalSuccessor })
            if (exit?.Destination is { } after && after.Ordinal > from.Ordinal) return answers[after.Ordinal];
        return isOnly ? Answer.No : Answer.None;
    }

    // In a try block with a catch a user has provided for the error.
    private static bool IsGuarded(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndCatch }) return true;
        return false;
    }

    private enum Answer
    {
        /// <summary>The way ends in an error.</summary>
        None,
        No,
        Yes,
    }
}
