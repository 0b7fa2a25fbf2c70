namespace Ristretto.Columns.Vectors;

/// <summary>A number that is computed from a four-momentum.</summary>
internal interface IQuantity
{
    static abstract double Of(in LorentzVector vector);
}

internal readonly struct PtQuantity : IQuantity
{
    public static double Of(in LorentzVector vector) => vector.Pt;
}

internal readonly struct EtaQuantity : IQuantity
{
    public static double Of(in LorentzVector vector) => vector.Eta;
}

internal readonly struct PhiQuantity : IQuantity
{
    public static double Of(in LorentzVector vector) => vector.Phi;
}

internal readonly struct MassQuantity : IQuantity
{
    public static double Of(in LorentzVector vector) => vector.Mass;
}

internal readonly struct RapidityQuantity : IQuantity
{
    public static double Of(in LorentzVector vector) => vector.Rapidity;
}
