using Microsoft.CodeAnalysis;

namespace Ristretto.Events.Generators;

/// <summary>The diagnostics of the generator.</summary>
internal static class Descriptors
{
    public const string Malformed = "RST001";
    public const string UnknownType = "RST002";
    public const string DuplicateBranch = "RST003";
    public const string DuplicateName = "RST004";
    public const string MissingCounter = "RST005";
    public const string WrongPrefix = "RST006";
    public const string UnknownVersion = "RST007";
    public const string Dangling = "RST008";
    public const string MissingHeader = "RST009";
    public const string HiddenBehaviour = "RST010";

    private static readonly DiagnosticDescriptor s_malformed = Error(Malformed, "A line of a schema cannot be read");
    private static readonly DiagnosticDescriptor s_unknownType = Error(UnknownType, "Unknown type");
    private static readonly DiagnosticDescriptor s_duplicateBranch = Error(DuplicateBranch, "Branch declared twice");
    private static readonly DiagnosticDescriptor s_duplicateName = Error(DuplicateName, "Two declarations get the same name in C#");
    private static readonly DiagnosticDescriptor s_missingCounter = Error(MissingCounter, "Collection without a counter");
    private static readonly DiagnosticDescriptor s_wrongPrefix = Error(WrongPrefix, "Branch outside its collection or group");
    private static readonly DiagnosticDescriptor s_unknownVersion = Error(UnknownVersion, "Unknown version");
    private static readonly DiagnosticDescriptor s_dangling = Error(Dangling, "Link, bit or momentum that refers to nothing");
    private static readonly DiagnosticDescriptor s_missingHeader = Error(MissingHeader, "Schema without namespace, batch or event");
    private static readonly DiagnosticDescriptor s_hiddenBehaviour = new(
        HiddenBehaviour, "A column hides a behaviour of the same name", "{0}", "Schema", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public static DiagnosticDescriptor Of(string id) => id switch
    {
        Malformed => s_malformed,
        UnknownType => s_unknownType,
        DuplicateBranch => s_duplicateBranch,
        DuplicateName => s_duplicateName,
        MissingCounter => s_missingCounter,
        WrongPrefix => s_wrongPrefix,
        UnknownVersion => s_unknownVersion,
        Dangling => s_dangling,
        MissingHeader => s_missingHeader,
        _ => s_hiddenBehaviour,
    };

    private static DiagnosticDescriptor Error(string id, string title) =>
        new(id, title, "{0}", "Schema", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
