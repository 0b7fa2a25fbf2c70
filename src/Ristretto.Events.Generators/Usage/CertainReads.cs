using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ristretto.Events.Generators.Usage;

/// <summary>Finds the branches that a piece of code reads whatever is configured, with the methods of the same compilation that it calls for certain.</summary>
internal sealed class CertainReads(Compilation compilation, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly SortedSet<string> _branches = new(StringComparer.Ordinal);

    /// <summary>The branches found so far, in ordinal order.</summary>
    public IEnumerable<string> Branches => _branches;

    /// <summary>Looks at the code of a method, a property or a constructor.</summary>
    public void Follow(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!_seen.Add(method)) return;
        foreach (var reference in method.DeclaringSyntaxReferences)
            if (GraphOf(reference.GetSyntax(cancellation)) is { } graph) Follow(graph);
    }

    /// <summary>Looks at a lambda, or at a local function that is named, inside the code around it.</summary>
    public void FollowInside(IOperation place, SyntaxNode function)
    {
        while (place.Parent is { } parent) place = parent;
        if (GraphOf(place) is { } outer && Find(outer, function) is { } graph) Follow(graph);
    }

    private void Follow(ControlFlowGraph graph)
    {
        var flow = new MethodFlow(graph);
        foreach (var block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            bool? isCertain = null;
            foreach (var statement in Statements(block))
                foreach (var operation in OfBlock(statement))
                    if (IsOfInterest(operation) && (isCertain ??= flow.IsCertain(block))) Take(operation, graph);
        }
    }

    private static bool IsOfInterest(IOperation operation) => operation is IPropertyReferenceOperation or IInvocationOperation or IObjectCreationOperation;

    private void Take(IOperation operation, ControlFlowGraph graph)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: var property }:
                _branches.UnionWith(ViewTypes.Branches(property));
                if (property.GetMethod is { } getter) FollowCall(getter);
                break;
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function }:
                if (_seen.Add(function.OriginalDefinition)) FollowLocal(graph, function.OriginalDefinition);
                break;
            case IInvocationOperation { TargetMethod: var method }:
                FollowCall(method);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Follow(constructor);
                break;
        }
    }

    private void FollowCall(IMethodSymbol method)
    {
        if (!IsOverridable(method)) Follow(method);
    }

    private void FollowLocal(ControlFlowGraph graph, IMethodSymbol function)
    {
        for (var scope = graph; scope is not null; scope = scope.Parent)
            if (scope.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
            {
                Follow(scope.GetLocalFunctionControlFlowGraph(function, cancellation));
                return;
            }
    }

    // What is inside a lambda runs when somebody calls it.
    private static IEnumerable<IOperation> OfBlock(IOperation operation)
    {
        yield return operation;
        if (operation is IFlowAnonymousFunctionOperation or INameOfOperation) yield break;
        foreach (var child in operation.ChildOperations)
            foreach (var inner in OfBlock(child)) yield return inner;
    }

    private static bool IsOverridable(IMethodSymbol method) =>
        method.IsAbstract || ((method.IsVirtual || method is { IsOverride: true, IsSealed: false }) && !method.ContainingType.IsSealed && !method.ContainingType.IsValueType);

    private ControlFlowGraph? GraphOf(SyntaxNode syntax)
    {
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree)) return null;
        var model = compilation.GetSemanticModel(syntax.SyntaxTree);
        // A property of the form `X => …` is declared by the arrow alone.
        return model.GetOperation(syntax, cancellation) is { } operation ? GraphOf(operation) : null;
    }

    private ControlFlowGraph? GraphOf(IOperation operation) => operation switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation { Parent: null } field => ControlFlowGraph.Create(field, cancellation),
        IPropertyInitializerOperation { Parent: null } property => ControlFlowGraph.Create(property, cancellation),
        _ => null,
    };

    private ControlFlowGraph? Find(ControlFlowGraph graph, SyntaxNode wanted)
    {
        foreach (var function in graph.Blocks.SelectMany(block => Statements(block)).SelectMany(statement => statement.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
            if (Encloses(function.Syntax, wanted)) return Inside(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), function.Syntax, wanted);
        foreach (var function in graph.LocalFunctions)
            if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax && Encloses(syntax, wanted))
                return Inside(graph.GetLocalFunctionControlFlowGraph(function, cancellation), syntax, wanted);
        return null;
    }

    private ControlFlowGraph? Inside(ControlFlowGraph graph, SyntaxNode function, SyntaxNode wanted) => function == wanted ? graph : Find(graph, wanted);

    private static bool Encloses(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);

    private static ImmutableArray<IOperation> Statements(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
}
