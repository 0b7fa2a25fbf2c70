namespace Ristretto.Events.Generators.Model;

/// <summary>A branch and how analysis code sees it.</summary>
/// <param name="Id">Position in the list of all columns.</param>
/// <param name="Branch">Name in the file.</param>
/// <param name="Name">Name in C#.</param>
/// <param name="Type">Type of a value.</param>
/// <param name="Counter">Branch with the number of values per event; null for one value per event.</param>
/// <param name="Versions">Versions of the format that have it, separated by blanks.</param>
/// <param name="Unit">Unit; null where there is none.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsNested">Whether each object has a list of values.</param>
internal sealed record ColumnModel(int Id, string Branch, string Name, ValueType Type, string? Counter, string Versions, string? Unit, string Text, bool IsNested);
