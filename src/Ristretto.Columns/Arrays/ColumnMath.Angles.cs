using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public static partial class ColumnMath
{
    /// <summary>φ₁ − φ₂ brought into [−π, π), in double precision from columns of any floating type.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<double> DeltaPhi<T>(Column<T> phi1, Column<T> phi2) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = ColumnBuffer<double>.Allocate(phi1.Workspace ?? phi2.Workspace, phi1.Length);
        Angles.DeltaPhi(phi1.AsSpan(), phi2.AsSpan(), result.Span);
        return new Column<double>(result);
    }

    /// <summary>φ₁ − φ₂ brought into [−π, π), element by element.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<double> DeltaPhi<T>(JaggedColumn<T> phi1, JaggedColumn<T> phi2) where T : unmanaged, IFloatingPointIeee754<T>
    {
        phi1.Lists.RequireSame(phi2.Lists, "a jagged column", "another");
        return new JaggedColumn<double>(phi1.Lists, DeltaPhi(phi1.Flat, phi2.Flat).Buffer);
    }

    /// <summary>φ₁ − φ₂ brought into [−π, π), each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<double> DeltaPhi<T>(JaggedColumn<T> phi1, Column<T> phi2) where T : unmanaged, IFloatingPointIeee754<T> => DeltaPhi(phi1, phi2.RepeatFor(phi1.Lists));

    /// <summary>φ₁ − φ₂ brought into [−π, π), each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<double> DeltaPhi<T>(Column<T> phi1, JaggedColumn<T> phi2) where T : unmanaged, IFloatingPointIeee754<T> => DeltaPhi(phi1.RepeatFor(phi2.Lists), phi2);

    /// <summary>√((η₁ − η₂)² + Δφ²) in double precision from columns of any floating type.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<double> DeltaR<T>(Column<T> eta1, Column<T> phi1, Column<T> eta2, Column<T> phi2) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = ColumnBuffer<double>.Allocate(eta1.Workspace ?? eta2.Workspace, eta1.Length);
        Angles.DeltaR(eta1.AsSpan(), phi1.AsSpan(), eta2.AsSpan(), phi2.AsSpan(), result.Span);
        return new Column<double>(result);
    }

    /// <summary>√((η₁ − η₂)² + Δφ²), element by element.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<double> DeltaR<T>(JaggedColumn<T> eta1, JaggedColumn<T> phi1, JaggedColumn<T> eta2, JaggedColumn<T> phi2) where T : unmanaged, IFloatingPointIeee754<T>
    {
        eta1.Lists.RequireSame(phi1.Lists, "a jagged column", "another");
        eta1.Lists.RequireSame(eta2.Lists, "a jagged column", "another");
        eta1.Lists.RequireSame(phi2.Lists, "a jagged column", "another");
        return new JaggedColumn<double>(eta1.Lists, DeltaR(eta1.Flat, phi1.Flat, eta2.Flat, phi2.Flat).Buffer);
    }

    /// <summary>√((η₁ − η₂)² + Δφ²), each element with the direction of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<double> DeltaR<T>(JaggedColumn<T> eta1, JaggedColumn<T> phi1, Column<T> eta2, Column<T> phi2) where T : unmanaged, IFloatingPointIeee754<T> =>
        DeltaR(eta1, phi1, eta2.RepeatFor(eta1.Lists), phi2.RepeatFor(eta1.Lists));
}
