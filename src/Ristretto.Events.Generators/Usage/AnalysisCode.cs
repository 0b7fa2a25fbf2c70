using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Usage;

/// <summary>An analysis and the branches that it reads whatever is configured.</summary>
/// <param name="Name">The class, or for code that is handed to a run the file and the line where it is.</param>
/// <param name="Branches">Names of branches in ordinal order.</param>
internal sealed record AnalysisCode(string Name, EquatableArray<string> Branches)
{
    private const string Interface = "Ristretto.Events.Engine.IAnalysis<TBatch>";
    private const string Files = "Ristretto.Events.Engine.EventFiles<TBatch>";

    /// <summary>Whether a piece of syntax may be an analysis.</summary>
    public static bool MayBe(SyntaxNode node) => node
        is ClassDeclarationSyntax { BaseList: not null } or RecordDeclarationSyntax { BaseList: not null }
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" } };

    /// <summary>The analysis that a piece of syntax is; null when it is none, or reads nothing for certain.</summary>
    public static AnalysisCode? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var reads = new CertainReads(model.Compilation, cancellation);
        var name = node is InvocationExpressionSyntax call ? FollowCall(call, model, reads, cancellation) : FollowClass(node, model, reads, cancellation);
        string[] branches = [.. reads.Branches];
        return name is null || branches.Length == 0 ? null : new AnalysisCode(name, new EquatableArray<string>([.. branches]));
    }

    // A class that declares, or overrides, what handles the events.
    private static string? FollowClass(SyntaxNode node, SemanticModel model, CertainReads reads, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(node, cancellation) is not INamedTypeSymbol type) return null;
        foreach (var contract in type.AllInterfaces.Where(known => known.OriginalDefinition.ToDisplayString() == Interface))
            foreach (var member in contract.GetMembers().OfType<IMethodSymbol>())
            {
                var method = type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
                method = type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(own => Overrides(own, method)) ?? method;
                if (method is null || !SymbolEqualityComparer.Default.Equals(method.ContainingType, type)) continue;
                reads.Follow(method);
                return MetadataName(type);
            }
        return null;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol? wanted)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(overridden, wanted)) return true;
        return false;
    }

    private static string? FollowCall(InvocationExpressionSyntax call, SemanticModel model, CertainReads reads, CancellationToken cancellation)
    {
        if (model.GetOperation(call, cancellation) is not IInvocationOperation { TargetMethod: { } method } invocation || method.ContainingType?.OriginalDefinition.ToDisplayString() != Files) return null;
        var code = invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (code is IConversionOperation conversion) code = conversion.Operand;
        switch ((code as IDelegateCreationOperation)?.Target)
        {
            case IAnonymousFunctionOperation lambda: reads.FollowInside(lambda, lambda.Syntax); break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                reads.FollowInside(invocation, function.DeclaringSyntaxReferences[0].GetSyntax(cancellation));
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } handler }: reads.Follow(handler); break;
            default: return null;
        }
        // The same place that the compiler tells the method with [CallerFilePath] and [CallerLineNumber].
        var place = call.ArgumentList.OpenParenToken.GetLocation().GetMappedLineSpan();
        return $"{Path.GetFileName(place.Path)}:{place.StartLinePosition.Line + 1}";
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
}
