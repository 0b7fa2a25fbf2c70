using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ristretto.Events.Generators.Model;

/// <summary>Something wrong in a schema, and where.</summary>
/// <param name="Id">Number of the diagnostic.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="Path">Path of the schema file.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Column, from 0.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Start">Position of the first character in the file.</param>
internal sealed record ProblemModel(string Id, string Message, string Path, int Line, int Column, int Length, int Start)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptors.Of(Id), Location.Create(
        Path, new TextSpan(Start, Length), new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(Line, Column + Length))), Message);
}

/// <summary>What a schema file says, and what is wrong in it. Code is generated only when nothing is wrong.</summary>
internal sealed record ParsedSchema(SchemaModel? Schema, EquatableArray<ProblemModel> Problems);
