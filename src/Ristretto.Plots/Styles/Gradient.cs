using Ristretto.Plots.Drawing;

namespace Ristretto.Plots.Styles;

/// <summary>A continuous palette for two-dimensional contents.</summary>
public sealed class Gradient
{
    private readonly Color[] _stops;

    private Gradient(params string[] stops) => _stops = [.. stops.Select(Color.Parse)];

    /// <summary>Viridis: equal steps in value look like equal steps in colour, in print and to people with a colour vision deficiency too
    /// (S. van der Walt and N. Smith, public domain).</summary>
    public static Gradient Viridis { get; } = new(
        "#440154", "#481467", "#482576", "#453781", "#404688", "#39558c", "#33638d", "#2d718e", "#287d8e", "#238a8d",
        "#1f968b", "#20a386", "#29af7f", "#3cbc75", "#56c667", "#74d055", "#94d840", "#b8de29", "#dce319", "#fde725");

    /// <summary>The colour at a place between 0 and 1; places outside take the nearest end.</summary>
    public Color At(double place)
    {
        var position = Math.Clamp(place, 0, 1) * (_stops.Length - 1);
        var index = Math.Min((int)position, _stops.Length - 2);
        return _stops[index].Mix(_stops[index + 1], position - index);
    }
}
