namespace Ristretto.Events.Generators.Emit;

/// <summary>What goes through events or objects one after the other.</summary>
internal static class EnumeratorEmitter
{
    /// <summary>Writes the method that foreach calls, and the structure that it gives.</summary>
    /// <param name="code">Receives the members.</param>
    /// <param name="source">The type of what is gone through.</param>
    /// <param name="field">Name of the field that holds it.</param>
    /// <param name="view">The type of what is at hand.</param>
    /// <param name="current">The expression for what is at hand.</param>
    /// <param name="count">The expression for how many there are.</param>
    /// <param name="noun">What they are: event or object.</param>
    /// <param name="summary">What the method gives.</param>
    public static void Emit(CodeWriter code, string source, string field, string view, string current, string count, string noun, string summary)
    {
        code.Line();
        code.Summary(summary);
        code.Line("public Enumerator GetEnumerator() => new(this);");
        code.Line();
        code.Summary($"Goes through the {noun}s.");
        code.Open("public ref struct Enumerator");
        code.Line($"private readonly {source} _{field};");
        code.Line("private int _index;");
        code.Line();
        code.Open($"internal Enumerator({source} {field})");
        code.Line($"_{field} = {field};");
        code.Line("_index = -1;");
        code.Close();
        code.Line();
        code.Summary($"The {noun} at hand.");
        code.Line($"public readonly {view} Current => {current};");
        code.Line();
        code.Summary($"Goes to the next {noun}.");
        code.Line($"public bool MoveNext() => ++_index < {count};");
        code.Close();
    }
}
