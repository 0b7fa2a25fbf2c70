using System.Globalization;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;

namespace Ristretto.Analyses.HH4b;

/// <summary>The first selected events, in the order of the files.</summary>
public sealed class EventDump(int most) : IMergeable<EventDump>
{
    private const string Header = "run,luminosityBlock,event,nSelJets,nTagged,nTaggedLoose,passPreSel,tag,pairing,lead_m,subl_m,m4j,lead_dr,subl_dr,"
        + "quad_dr,close_dr_min,xZZ,xZH,xHH,passDiJetMass,SR,SB,passVBFSel,hT,hT_selected,nMuons,nElectrons,nOthJets,top_xW,top_xbW,passHLT";

    private readonly List<string> _lines = [];

    /// <summary>How many more events are taken.</summary>
    public int Room => most - _lines.Count;

    /// <inheritdoc/>
    public EventDump CreateEmpty() => new(most);

    /// <inheritdoc/>
    public void Merge(EventDump other) => _lines.AddRange(other._lines.Take(Room));

    /// <inheritdoc/>
    public void Clear() => _lines.Clear();

    /// <summary>Adds events.</summary>
    /// <param name="ev">The batch.</param>
    /// <param name="events">The events.</param>
    /// <param name="all">All reconstructed events of the batch.</param>
    /// <param name="which">Positions of the events among those.</param>
    /// <param name="triggered">Whether the trigger fired; shape of the batch.</param>
    public void Add(NanoBatch ev, PlottedEvents events, Reconstruction all, EventIndex which, Mask triggered)
    {
        var (selected, tagged, loose) = (events.SelectedJets.Lists.Count, events.TaggedJets.Lists.Count, events.TaggedLoose);
        var (lead, subl) = (events.Selected.Lead, events.Selected.Subl);
        var (xZZ, xZH, xHH) = (MassPlane.XZZ(lead.Mass, subl.Mass), MassPlane.XZH(lead.Mass, subl.Mass), MassPlane.XHH(lead.Mass, subl.Mass));
        var (closest, quad) = (events.Closest.Close.DeltaR, events.Selected.DeltaR);
        var (passesMass, inSignalRegion, inSideband, passesVbf) = (all.PassesMass[which], all.InSignalRegion[which], all.InSideband[which], all.VbfJets.Pass[which]);
        var (ht, htSelected, xW, xbW) = (events.Ht, events.HtSelected, events.Top.XW, events.Top.XbW);
        var (muons, electrons, others) = (events.Muons.Count, events.Electrons.Count, events.OtherJets.Lists.Count);
        for (var i = 0; i < which.Length; i++)
        {
            var at = events.Events.AsSpan()[i];
            var tag = tagged[i] >= 4 ? "fourTag" : loose[i] == 3 ? "threeTag" : "twoTag";
            _lines.Add(string.Join(',',
                Text(ev.Run[at]), Text(ev.LuminosityBlock[at]), Text(ev.Event[at]), Text(selected[i]), Text(tagged[i]), Text(loose[i]), "1", tag, Arrangement.Letter(events.Pairing[i]),
                Text(lead.Mass[i]), Text(subl.Mass[i]), Text(events.M4j[i]), Text(lead.DeltaR[i]), Text(subl.DeltaR[i]), Text(quad[i]), Text(closest[i]),
                Text(xZZ[i]), Text(xZH[i]), Text(xHH[i]), Text(passesMass[i]), Text(inSignalRegion[i]), Text(inSideband[i]), Text(passesVbf[i]),
                Text(ht[i]), Text(htSelected[i]), Text(muons[i]), Text(electrons[i]), Text(others[i]), Text(xW[i]), Text(xbW[i]), Text(triggered[at])));
        }
    }

    /// <summary>Writes the events as comma-separated values; floating-point numbers with nine significant digits.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Header + "\n");
        foreach (var line in _lines) writer.Write(line + "\n");
    }

    private static string Text(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "1" : "0";
}
