using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ristretto.Events.Corrections.Nodes;

/// <summary>What nodes know about the correction they belong to; throws their errors.</summary>
internal sealed class Context(string path, string name, IReadOnlyList<CorrectionVariable> inputs, TextKeys keys)
{
    internal string Path => path;

    internal string Name => name;

    internal IReadOnlyList<CorrectionVariable> Inputs => inputs;

    internal TextKeys Keys => keys;

    /// <summary>The value of a numeric input as a double.</summary>
    internal double Number(in Arguments arguments, int input) =>
        inputs[input].Type == CorrectionType.Integer ? arguments.Slots[input] : arguments.Real(input);

    [DoesNotReturn]
    internal void OutOfRange(int input, double value, double low, double high) =>
        throw Error(value < low ? CorrectionFault.BelowRange : CorrectionFault.AboveRange,
            string.Create(CultureInfo.InvariantCulture, $"input \"{inputs[input].Name}\" = {value} lies outside {low} <= {inputs[input].Name} < {high}"));

    [DoesNotReturn]
    internal void NotFinite(int input, double value, string use) =>
        throw Error(CorrectionFault.NotFinite, string.Create(CultureInfo.InvariantCulture, $"input \"{inputs[input].Name}\" = {value} {use}"));

    [DoesNotReturn]
    internal void UnknownKey(int input, in Arguments arguments, IEnumerable<long> known)
    {
        var variable = inputs[input];
        var isText = variable.Type == CorrectionType.Text;
        var value = !isText ? arguments.Slots[input].ToString(CultureInfo.InvariantCulture)
            : arguments.Given.Length > input ? $"\"{arguments.Given[input].Text}\"" : $"\"{keys.Text(arguments.Slots[input])}\"";
        var list = known.Select(key => isText ? keys.Text(key) : key.ToString(CultureInfo.InvariantCulture)).Take(20);
        throw Error(CorrectionFault.UnknownKey, $"input \"{variable.Name}\" = {value} is none of {string.Join(", ", list)}");
    }

    private CorrectionException Error(CorrectionFault fault, string reason) => new(path, name, fault, reason);
}
