namespace Ristretto.Bytes.Objects;

/// <summary>TParameter: a number with a name. Its value is a <see cref="double"/>, <see cref="float"/>, <see cref="int"/>, <see cref="long"/> or <see cref="bool"/>,
/// and the class in the file follows from that.</summary>
/// <param name="Name">fName.</param>
/// <param name="Value">fVal.</param>
public sealed record ParameterRecord(string Name, object Value)
{
    /// <summary>The ROOT class for the type of the value.</summary>
    /// <exception cref="ArgumentException">A TParameter cannot hold the value.</exception>
    public string Class => Value switch
    {
        double => "TParameter<double>",
        float => "TParameter<float>",
        int => "TParameter<int>",
        long => "TParameter<Long64_t>",
        bool => "TParameter<bool>",
        _ => throw new ArgumentException($"parameter \"{Name}\": a {Value.GetType().Name} cannot be one; double, float, int, long and bool can"),
    };
}
