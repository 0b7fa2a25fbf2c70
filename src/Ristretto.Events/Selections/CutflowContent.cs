using System.Buffers.Binary;
using System.Numerics;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Selections;

/// <summary>The numbers of a cutflow: for each cut and category the count and the sums of weights.</summary>
internal sealed class CutflowContent(int categories) : IMergeable<CutflowContent>
{
    private readonly List<string> _cuts = [];
    private readonly List<string?> _before = [];
    private readonly List<Cell[]> _cells = [];

    internal List<string> Cuts => _cuts;

    public CutflowContent CreateEmpty() => new(categories);

    public void Merge(CutflowContent other)
    {
        for (var cut = 0; cut < other._cuts.Count; cut++)
        {
            var mine = Row(other._cuts[cut], other._before[cut]);
            for (var i = 0; i < categories; i++) mine[i].Add(other._cells[cut][i]);
        }
    }

    public void Clear()
    {
        foreach (var row in _cells) Array.Clear(row);
    }

    /// <summary>The numbers of a cut; <paramref name="before"/> is the cut that was required before it.</summary>
    internal Cell[] Row(string cut, string? before)
    {
        var at = _cuts.IndexOf(cut);
        if (at >= 0) return _cells[at];
        _cuts.Add(cut);
        _before.Add(before);
        _cells.Add(new Cell[categories]);
        return _cells[^1];
    }

    internal CutflowRow Read(int cut, int category)
    {
        ref readonly var cell = ref _cells[cut][category];
        var after = cut > 0 && _before[cut] != _cuts[cut - 1] ? _before[cut] : null;
        return new CutflowRow(_cuts[cut], cell.Count, cell.SumW, cell.SumW2, after);
    }

    internal struct Cell
    {
        internal long Count;
        internal double SumW;
        internal double SumW2;

        internal void Add(in Cell other)
        {
            Count += other.Count;
            SumW += other.SumW;
            SumW2 += other.SumW2;
        }

        /// <summary>Adds events of weight 1.</summary>
        internal void Add(int events)
        {
            Count += events;
            SumW += events;
            SumW2 += events;
        }

        /// <summary>Adds the selected events one after the other, so that the sums do not depend on how the events are cut into batches.</summary>
        internal void Add(ReadOnlySpan<byte> mask, ReadOnlySpan<double> weights)
        {
            var (count, sum, squares) = (Count, SumW, SumW2);
            var i = 0;
            for (; i <= mask.Length - 8; i += 8)
            {
                // Late cuts pass few events: the selected ones of eight are found by their bits.
                for (var left = BinaryPrimitives.ReadUInt64LittleEndian(mask[i..]); left != 0; left &= left - 1)
                {
                    var weight = weights[i + BitOperations.TrailingZeroCount(left) / 8];
                    count++;
                    sum += weight;
                    squares += weight * weight;
                }
            }
            for (; i < mask.Length; i++)
            {
                if (mask[i] == 0) continue;
                count++;
                sum += weights[i];
                squares += weights[i] * weights[i];
            }
            (Count, SumW, SumW2) = (count, sum, squares);
        }
    }
}
