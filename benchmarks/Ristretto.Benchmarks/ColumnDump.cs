using System.Numerics;
using System.Runtime.InteropServices;
using Ristretto.Analyses.Adl;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;

namespace Ristretto.Benchmarks;

/// <summary>Writes the columns that the queries read into a folder, each as a file with its values one after the other, for programs that cannot read ROOT files.</summary>
internal sealed class ColumnDump : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, FileStream> _files = new(StringComparer.Ordinal);

    private ColumnDump(string folder) => _folder = folder;

    internal static void Write(string file, string folder)
    {
        using var dump = new ColumnDump(folder);
        AdlBatch.Open(file).Run(dump.Append, new RunOptions { Threads = 1 });
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
    }

    private void Append(AdlBatch ev)
    {
        Append("MET_pt", ev.MET.Pt);
        Append("MET_phi", ev.MET.Phi);
        Append("Jet", ev.Jet.Count, ev.Jet.Pt, ev.Jet.Eta, ev.Jet.Phi, ev.Jet.Mass);
        Append("Jet_btag", ev.Jet.Btag.Flatten());
        Append("Muon", ev.Muon.Count, ev.Muon.Pt, ev.Muon.Eta, ev.Muon.Phi, ev.Muon.Mass);
        Append("Muon_charge", ev.Muon.Charge.Flatten());
        Append("Electron", ev.Electron.Count, ev.Electron.Pt, ev.Electron.Eta, ev.Electron.Phi, ev.Electron.Mass);
        Append("Electron_charge", ev.Electron.Charge.Flatten());
    }

    private void Append(string name, Column<int> counts, JaggedColumn<float> pt, JaggedColumn<float> eta, JaggedColumn<float> phi, JaggedColumn<float> mass)
    {
        Append($"n{name}", counts);
        Append($"{name}_pt", pt.Flatten());
        Append($"{name}_eta", eta.Flatten());
        Append($"{name}_phi", phi.Flatten());
        Append($"{name}_mass", mass.Flatten());
    }

    private void Append<T>(string name, Column<T> values) where T : unmanaged, INumber<T>
    {
        if (!_files.TryGetValue(name, out var file)) _files.Add(name, file = File.Create(Path.Combine(_folder, $"{name}.bin")));
        file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
