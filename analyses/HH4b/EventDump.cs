using System.Globalization;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Analyses.HH4b;

/// <summary>The first selected events, in the order of the files.</summary>
public sealed class EventDump(int most) : IMergeable<EventDump>
{
    private const string Header = "run,luminosityBlock,event,nSelJets,nTagged,nTaggedLoose,passPreSel,tag,pairing,lead_m,subl_m,m4j,lead_dr,subl_dr,"
        + "quad_dr,close_dr_min,xZZ,xZH,xHH,passDiJetMass,SR,SB,passVBFSel,hT,hT_selected,nMuons,nElectrons,nOthJets,top_xW,top_xbW,passHLT";

    private static readonly string[] s_tags = ["threeTag", "fourTag", "twoTag"];

    private readonly List<EventSummary> _events = [];

    /// <summary>Whether no more events are taken.</summary>
    public bool IsFull => _events.Count >= most;

    /// <summary>Adds an event unless there are enough.</summary>
    public void Add(in EventSummary summary)
    {
        if (!IsFull) _events.Add(summary);
    }

    /// <inheritdoc/>
    public EventDump CreateEmpty() => new(most);

    /// <inheritdoc/>
    public void Merge(EventDump other) => _events.AddRange(other._events.Take(most - _events.Count));

    /// <inheritdoc/>
    public void Clear() => _events.Clear();

    /// <summary>Writes the events as comma-separated values; floating-point numbers with nine significant digits.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Header + "\n");
        foreach (ref readonly var e in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_events))
            writer.Write(string.Join(',', Fields(e)) + "\n");
    }

    private static string[] Fields(in EventSummary e)
    {
        ref readonly var p = ref e.Best;
        ref readonly var closest = ref e.MinDr;
        return
        [
            Text(e.Run), Text(e.Lumi), Text(e.Event), Text(e.Selected), Text(e.Tagged), Text(e.TaggedLoose), "1", s_tags[(int)e.Tag], "ABC"[p.Index].ToString(),
            Text(p.Lead.Mass), Text(p.Subl.Mass), Text(e.M4j), Text(p.Lead.DeltaR), Text(p.Subl.DeltaR), Text(p.Lead.P4.DeltaR(p.Subl.P4)), Text(closest.Close.DeltaR),
            Text(p.XZZ), Text(p.XZH), Text(p.XHH), Text(e.PassesMass), Text(e.InSignalRegion), Text(e.InSideband), Text(e.PassesVbf),
            Text(e.Ht), Text(e.HtSelected), Text(e.Muons), Text(e.Electrons), Text(e.Others), Text(e.Top.XW), Text(e.Top.XbW), Text(e.Triggered),
        ];
    }

    private static string Text(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "1" : "0";
}
