using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using Ristretto.Events.Batches;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>The three jets of each event that look most like a top quark that decays to b and a W; shape <c>[events]</c>.</summary>
public sealed class TopCandidates
{
    private const double WMass = 80.4, TopMass = 173.0;

    private TopCandidates(JetColumns b, JetColumns j, JetColumns l)
    {
        (B, J, L) = (b, j, l);
        W = j.P4 + l.P4;
        T = b.P4 + W;
        (MW, MT) = (W.Mass, T.Mass);
        ScaledW = W * (WMass / MW);
        MbW = (b.P4 + ScaledW).Mass;
        XW = (MW - WMass) / (0.10 * MW);
        XT = (MT - TopMass) / (0.10 * MT);
        XbW = (MbW - TopMass) / (0.05 * MbW);
    }

    /// <summary>The jet of the b quark.</summary>
    public JetColumns B { get; }

    /// <summary>The jet of the W with the higher score.</summary>
    public JetColumns J { get; }

    /// <summary>The other jet of the W.</summary>
    public JetColumns L { get; }

    /// <summary>Four-vector of the top.</summary>
    public LorentzVectorColumn T { get; }

    /// <summary>Four-vector of the W.</summary>
    public LorentzVectorColumn W { get; }

    /// <summary>Four-vector of the W, scaled to its true mass.</summary>
    public LorentzVectorColumn ScaledW { get; }

    /// <summary>Masses in GeV: of the W, of the top, of the b jet and the scaled W.</summary>
    public Column<double> MW { get; }

    /// <inheritdoc cref="MW"/>
    public Column<double> MT { get; }

    /// <inheritdoc cref="MW"/>
    public Column<double> MbW { get; }

    /// <summary>Deviations of the masses of W, top, and b with scaled W, in units of their resolution.</summary>
    public Column<double> XW { get; }

    /// <inheritdoc cref="XW"/>
    public Column<double> XT { get; }

    /// <inheritdoc cref="XW"/>
    public Column<double> XbW { get; }

    /// <summary>Combined deviation of W and top.</summary>
    public Column<double> XWt => Sqrt(XW * XW + XT * XT);

    /// <summary>Combined deviation of W and b with scaled W; the smallest wins.</summary>
    public Column<double> XWbW => Sqrt(XW * XW + XbW * XbW);

    /// <summary>Distance from where true top quarks lie.</summary>
    public Column<double> RWbW => Sqrt((XbW - 0.25) * (XbW - 0.25) + (XW - 0.5) * (XW - 0.5));

    /// <summary>The best candidate of each event.</summary>
    /// <param name="selected">The selected jets, at least three in each event.</param>
    /// <param name="ev">The batch that they come from.</param>
    public static TopCandidates Find(JetLists selected, EventBatch ev)
    {
        var (b, j, l) = (ev.List<int>(), ev.List<int>(), ev.List<int>());
        var byScore = selected.Score.ArgSort(descending: true);
        var sorted = selected[byScore];
        var offsets = sorted.Lists.Offsets;
        ReadOnlySpan<float> scores = sorted.Score.Values;
        ReadOnlySpan<double> px = sorted.P4.Px.Values, py = sorted.P4.Py.Values, pz = sorted.P4.Pz.Values, e = sorted.P4.E.Values;
        Span<LorentzVector> memory = stackalloc LorentzVector[64];
        for (var i = 0; i < sorted.Lists.Length; i++)
        {
            var (first, count) = (offsets[i], offsets[i + 1] - offsets[i]);
            var jets = count <= memory.Length ? memory[..count] : new LorentzVector[count];
            for (var k = 0; k < count; k++) jets[k] = new LorentzVector(px[first + k], py[first + k], pz[first + k], e[first + k]);
            var best = Best(jets, scores.Slice(first, count));
            b.Add(best.B);
            j.Add(best.J);
            l.Add(best.L);
        }
        return new TopCandidates(sorted.At(b.ToColumn()), sorted.At(j.ToColumn()), sorted.At(l.ToColumn()));
    }

    /// <summary>The best triple of one event, of equals the one whose b jet has the highest score.</summary>
    /// <param name="jets">The jets with falling scores: b is one of the first three, j and l come from the third on.</param>
    /// <param name="scores">Their scores.</param>
    private static (int B, int J, int L) Best(ReadOnlySpan<LorentzVector> jets, ReadOnlySpan<float> scores)
    {
        var best = (B: -1, J: -1, L: -1);
        var smallest = double.PositiveInfinity;
        for (var j = 2; j < jets.Length; j++)
            for (var l = 2; l < jets.Length; l++)
            {
                if (j == l || scores[j] < scores[l]) continue;
                var w = jets[j] + jets[l];
                var mass = w.Mass;
                var (xW, scaledW) = ((mass - WMass) / (0.10 * mass), w * (WMass / mass));
                for (var b = 0; b < 3; b++)
                {
                    if (b == j || b == l) continue;
                    var mbW = (jets[b] + scaledW).Mass;
                    var xbW = (mbW - TopMass) / (0.05 * mbW);
                    var distance = xW * xW + xbW * xbW;
                    if (distance < smallest || (distance == smallest && b < best.B)) (smallest, best) = (distance, (b, j, l));
                }
            }
        return best;
    }
}
