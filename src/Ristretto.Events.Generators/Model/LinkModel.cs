namespace Ristretto.Events.Generators.Model;

/// <summary>A column whose values are positions in the event's list of another collection.</summary>
/// <param name="Name">The property of the view.</param>
/// <param name="Column">The column with the positions.</param>
/// <param name="Target">Name of the other collection.</param>
internal sealed record LinkModel(string Name, ColumnModel Column, string Target);

/// <summary>The name of one bit of an integer column.</summary>
/// <param name="Name">The property of the view and of the collection.</param>
/// <param name="Column">The column.</param>
/// <param name="Bit">Number of the bit, from 0.</param>
internal sealed record BitModel(string Name, ColumnModel Column, int Bit);

/// <summary>The columns of which a four-vector is made; the mass is zero when there is no column for it.</summary>
internal sealed record MomentumModel(ColumnModel Pt, ColumnModel Eta, ColumnModel Phi, ColumnModel? Mass);

/// <summary>The columns of which a four-vector is made that is stored in components: energy or, without that, mass.</summary>
internal sealed record ComponentsModel(ColumnModel Px, ColumnModel Py, ColumnModel Pz, ColumnModel Last, bool IsEnergy);
