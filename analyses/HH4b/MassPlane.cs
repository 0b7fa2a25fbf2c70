using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>Where the masses of leading and subleading dijet lie: windows and signal regions. Masses in GeV, shape <c>[events]</c>.</summary>
public static class MassPlane
{
    private const double LeadZ = 91 * 1.02, SublZ = 91 * 0.98, LeadH = 125 * 1.02, SublH = 125 * 0.98;

    /// <summary>Whether both masses are those of Z or H candidates.</summary>
    public static Mask PassesMass(Column<double> lead, Column<double> subl, int run) =>
        run == 2 ? lead > 52 & lead < 180 & subl > 50 & subl < 173 : Rhh(lead, subl) < 55;

    /// <summary>Distance from the centre of the ZZ signal region.</summary>
    public static Column<double> XZZ(Column<double> lead, Column<double> subl) => Sqrt(Square(lead, LeadZ) + Square(subl, SublZ));

    /// <summary>Distance from the nearer centre of the ZH signal region.</summary>
    public static Column<double> XZH(Column<double> lead, Column<double> subl) =>
        Sqrt(Min(Square(lead, LeadH) + Square(subl, SublZ), Square(lead, LeadZ) + Square(subl, SublH)));

    /// <summary>Distance from the centre of the HH signal region.</summary>
    public static Column<double> XHH(Column<double> lead, Column<double> subl) => Sqrt(Square(lead, LeadH) + Square(subl, SublH));

    /// <summary>Whether the event lies in the ZZ signal region.</summary>
    public static Mask IsZZ(Column<double> lead, Column<double> subl) => XZZ(lead, subl) < 2.6;

    /// <summary>Whether the event lies in the ZH signal region.</summary>
    public static Mask IsZH(Column<double> lead, Column<double> subl) => XZH(lead, subl) < 1.9;

    /// <summary>Whether the event lies in the HH signal region.</summary>
    public static Mask IsHH(Column<double> lead, Column<double> subl) => XHH(lead, subl) < 1.9;

    /// <summary>Distance from the line of equal masses in GeV, Run 3.</summary>
    public static Column<double> Dhh(Column<double> lead, Column<double> subl) => Abs(lead - 1.04 * subl) / Math.Sqrt(1 + 1.04 * 1.04);

    /// <summary>Distance from the point (125, 120) GeV, which defines the regions of Run 3.</summary>
    public static Column<double> Rhh(Column<double> lead, Column<double> subl) => Sqrt((lead - 125) * (lead - 125) + (subl - 120) * (subl - 120));

    private static Column<double> Square(Column<double> mass, double centre)
    {
        var distance = (mass - centre) / (0.1 * mass);
        return distance * distance;
    }
}
