using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ristretto.Columns.Vectors;

namespace Ristretto.Columns.Kernels;

/// <summary>The three four-momenta of a list whose mass is nearest to a given one: the first in lexicographic order of equals; NaN never wins.</summary>
internal readonly ref struct NearestMass(ReadOnlySpan<double> px, ReadOnlySpan<double> py, ReadOnlySpan<double> pz, ReadOnlySpan<double> e, double mass)
{
    private readonly ReadOnlySpan<double> _px = px, _py = py, _pz = pz, _e = e;
    private readonly double _mass = mass;

    /// <summary>The triple of the vectors from <paramref name="start"/> up to <paramref name="end"/>; false when there is none.</summary>
    internal bool TryFind(int start, int end, out (int First, int Second, int Third) best)
    {
        best = default;
        if (end - start < 3) return false;
        // Four at a time only numbers are compared; a list in which no distance is finite is for the definition.
        return (Vector256.IsHardwareAccelerated && end - start > 3 && TryFindFast(start, end, out best)) || TryFindByDefinition(start, end, out best);
    }

    /// <summary>The definition.</summary>
    internal bool TryFindByDefinition(int start, int end, out (int First, int Second, int Third) best)
    {
        best = (-1, -1, -1);
        var smallest = double.NaN;
        for (var i = start; i < end; i++)
            for (var j = i + 1; j < end; j++)
            {
                var pair = At(i) + At(j);
                for (var k = j + 1; k < end; k++)
                {
                    var distance = Math.Abs((pair + At(k)).Mass - _mass);
                    if (double.IsNaN(distance) || distance >= smallest) continue;
                    (smallest, best) = (distance, (i, j, k));
                }
            }
        return best.First >= 0;
    }

    private bool TryFindFast(int start, int end, out (int First, int Second, int Third) best)
    {
        best = (-1, -1, -1);
        var smallest = double.PositiveInfinity;
        // Behind the list stand those of other events; at the end of all there is nothing to load.
        var lastLoad = _px.Length - 4;
        for (var i = start; i < end; i++)
            for (var j = i + 1; j < end; j++)
            {
                var (x, y, z, t) = (_px[i] + _px[j], _py[i] + _py[j], _pz[i] + _pz[j], _e[i] + _e[j]);
                var k = j + 1;
                for (; k < end && k <= lastLoad; k += 4)
                {
                    var distance = Distance(x, y, z, t, k);
                    if (!Vector256.LessThanAny(distance, Vector256.Create(smallest))) continue;
                    for (var lane = 0; lane < 4 && k + lane < end; lane++)
                        if (distance[lane] < smallest) (smallest, best) = (distance[lane], (i, j, k + lane));
                }
                var pair = new LorentzVector(x, y, z, t);
                for (; k < end; k++)
                {
                    var distance = Math.Abs((pair + At(k)).Mass - _mass);
                    if (distance < smallest) (smallest, best) = (distance, (i, j, k));
                }
            }
        return best.First >= 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Distance(double x, double y, double z, double t, int k) => Vector256.Abs(MassQuantity.Of(
        Vector256.Create(x) + Four.Load(_px, k), Vector256.Create(y) + Four.Load(_py, k), Vector256.Create(z) + Four.Load(_pz, k), Vector256.Create(t) + Four.Load(_e, k)) - Vector256.Create(_mass));

    private LorentzVector At(int i) => new(_px[i], _py[i], _pz[i], _e[i]);
}
