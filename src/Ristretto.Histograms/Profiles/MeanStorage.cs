using Ristretto.Columns.Accumulation;

namespace Ristretto.Histograms.Profiles;

/// <summary>The cells of a profile: flat, row-major with the last axis fastest, flow bins included. They take memory with the first entry.</summary>
internal sealed class MeanStorage(int length) : IMergeable<MeanStorage>
{
    private MeanCell[] _cells = [];

    public int Length => length;

    public double Entries { get; private set; }

    public double NanCount { get; private set; }

    public long CopyBytes => 4L * sizeof(double) * Length;

    public long GrowthBytes => 4L * sizeof(double) * (Length - _cells.Length);

    public ReadOnlySpan<MeanCell> Cells => Filled();

    public MeanStorage CreateEmpty() => new(Length);

    public void Add(int cell, double sample, double weight)
    {
        if (double.IsNaN(sample)) NanCount++;
        else if (cell >= 0)
        {
            ref var target = ref Filled()[cell];
            target = target.With(sample, weight);
            Entries++;
        }
    }

    public void AddNaN() => NanCount++;

    public void Merge(MeanStorage other)
    {
        if (other.Length != Length) throw new ArgumentException("storages of different shape cannot be merged", nameof(other));
        for (var i = 0; i < other._cells.Length; i++) Filled()[i] = Filled()[i].With(other._cells[i]);
        (Entries, NanCount) = (Entries + other.Entries, NanCount + other.NanCount);
    }

    public void Clear()
    {
        _cells.AsSpan().Clear();
        (Entries, NanCount) = (0, 0);
    }

    public void Set(MeanCell[] cells, double entries, double nanCount) => (_cells, Entries, NanCount) = (cells, entries, nanCount);

    private MeanCell[] Filled() => _cells.Length == Length ? _cells : _cells = new MeanCell[Length];
}
