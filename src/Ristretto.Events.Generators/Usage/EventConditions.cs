using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ristretto.Events.Generators.Usage;

/// <summary>Tells whether a condition asks for nothing but what an event holds, such as <c>jet.Pt &gt; 30</c> or <c>e.Jet.Count &gt;= 4</c>, so that it
/// is true for some events and false for others; whatever comes from elsewhere may be the same for a whole run.</summary>
internal sealed class EventConditions
{
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _counters = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _unclear = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, List<IOperation>> _captured = [];
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    public EventConditions(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations.SelectMany(statement => statement.DescendantsAndSelf())) Note(operation);
            foreach (var operation in block.BranchValue?.DescendantsAndSelf() ?? []) Note(operation);
        }
    }

    public bool IsAboutEvents(IOperation condition) => Of(condition) == Source.Event;

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment: Add(_assigned, target.Local, assignment.Value); break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                _counters.Add(target.Local);
                if (Of(assignment.Value) == Source.Elsewhere) _unclear.Add(target.Local);
                break;
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }: _counters.Add(target.Local); break;
            case IFlowCaptureOperation capture: Add(_captured, capture.Id, capture.Value); break;
            case IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation target }: _unclear.Add(target.Local); break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var target in deconstruction.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>()) _unclear.Add(target.Local);
                break;
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<IOperation>> lists, TKey key, IOperation value) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(value);
    }

    private Source Of(IOperation? operation)
    {
        if (operation is null) return Source.Elsewhere;
        if (operation.ConstantValue.HasValue) return Source.Constant;
        if (ViewTypes.IsView(operation.Type) || ViewTypes.IsList(operation.Type) || ViewTypes.IsEnumerator(operation.Type)) return Source.Event;
        return operation switch
        {
            IPropertyReferenceOperation property => Of(property),
            IInvocationOperation call => Of(call),
            IBinaryOperation binary => Join(Of(binary.LeftOperand), Of(binary.RightOperand)),
            IUnaryOperation unary => Of(unary.Operand),
            IConversionOperation conversion => Of(conversion.Operand),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
            IIsPatternOperation pattern => Join(Of(pattern.Value), OfPattern(pattern.Pattern)),
            IIncrementOrDecrementOperation increment => Of(increment.Target),
            ILocalReferenceOperation local => Of(local.Local),
            IFlowCaptureReferenceOperation reference => _captured.TryGetValue(reference.Id, out var values) && values.Count == 1 ? Of(values[0]) : Source.Elsewhere,
            _ => Source.Elsewhere,
        };
    }

    // Numbers of an event as a whole, such as that of the run, are also used to tell samples apart; its measured values are not.
    private static Source OfMember(IPropertySymbol property)
    {
        var owner = property.ContainingType;
        if (ViewTypes.IsObject(owner) || ViewTypes.IsList(owner)) return Source.Event;
        return ViewTypes.IsView(owner) && property.Type.SpecialType is SpecialType.System_Single or SpecialType.System_Double ? Source.Event : Source.Elsewhere;
    }

    private Source Of(IPropertyReferenceOperation property)
    {
        var owner = property.Property.ContainingType;
        if (ViewTypes.IsView(owner) || ViewTypes.IsList(owner)) return OfMember(property.Property);
        return IsOurs(owner) && property.Instance is { } instance ? Of(instance) : Source.Elsewhere;
    }

    private Source Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (ViewTypes.IsEnumerator(method.ContainingType)) return Source.Event;
        var isMathematics = method.IsStatic && method.ContainingType.Name is "Math" or "MathF" or "ColumnMath";
        if (!isMathematics && !(IsOurs(method.ContainingType) && call.Instance is not null)) return Source.Elsewhere;
        return call.Arguments.Select(argument => Of(argument.Value)).Concat(call.Instance is { } instance ? [Of(instance)] : []).Aggregate(Source.Constant, Join);
    }

    private static Source OfPattern(IOperation pattern) => pattern switch
    {
        IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } property => Join(OfMember(member.Property), OfPattern(property.Pattern)),
        IPatternOperation => pattern.ChildOperations.Aggregate(Source.Constant, (source, child) => Join(source, OfPattern(child))),
        _ => pattern.ConstantValue.HasValue ? Source.Constant : Source.Elsewhere,
    };

    private Source Of(ILocalSymbol local)
    {
        if (_unclear.Contains(local) || !_assigned.TryGetValue(local, out var values)) return Source.Elsewhere;
        if (!_asked.Add(local)) return Source.Constant;
        var sources = values.Select(Of).ToArray();
        _asked.Remove(local);
        if (sources.Any(source => source == Source.Elsewhere)) return Source.Elsewhere;
        if (sources.Length == 1) return _counters.Contains(local) ? Source.Event : sources[0];
        return sources.All(source => source == Source.Event) ? Source.Event : Source.Elsewhere;       // which constant it has may depend on anything
    }

    // Structures of the libraries, such as four-vectors, are as much the event's as what they were made of.
    private static bool IsOurs(ITypeSymbol type) => type.IsValueType && type.ContainingNamespace?.ToDisplayString().StartsWith("Ristretto.", StringComparison.Ordinal) == true;

    private static Source Join(Source one, Source other) => (Source)Math.Max((int)one, (int)other);

    private enum Source
    {
        Constant,
        Event,
        Elsewhere,
    }
}
