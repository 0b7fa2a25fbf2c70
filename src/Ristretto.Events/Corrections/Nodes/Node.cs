namespace Ristretto.Events.Corrections.Nodes;

/// <summary>A part of a correction that has a value for given inputs. Does not change; safe for all threads; evaluating allocates nothing.</summary>
internal abstract class Node
{
    /// <summary>The value for the inputs.</summary>
    /// <exception cref="CorrectionException">The payload has no value for them.</exception>
    internal abstract double Evaluate(in Arguments arguments);

    /// <summary>The same node for fixed texts: categories of texts give way to the part that is chosen. A category without the key stays
    /// and throws when it is evaluated.</summary>
    /// <param name="texts">Slots, of which those of text inputs are filled.</param>
    internal virtual Node Fix(ReadOnlySpan<long> texts) => this;

    /// <summary>Fixes every part; returns the same array when nothing changes.</summary>
    internal static Node[] FixAll(Node[] parts, ReadOnlySpan<long> texts)
    {
        Node[]? changed = null;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].Fix(texts);
            if (!ReferenceEquals(part, parts[i])) (changed ??= [.. parts])[i] = part;
        }
        return changed ?? parts;
    }
}
