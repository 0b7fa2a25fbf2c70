using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.HH4b;

/// <summary>Which leptons and jets the analysis uses.</summary>
public static class Objects
{
    /// <summary>Isolated muons.</summary>
    public static Muons SelectedMuons(this NanoBatch ev, Year year)
    {
        var m = ev.Muon;
        var isSelected = m.Pt > 10 & Abs(m.Eta) < (year.Run == 2 ? 2.5 : 2.4) & m.PfRelIso04All < 0.15 & m.LooseId;
        return m[year.Run == 2 ? isSelected : isSelected & PassesImpact(m.Eta, m.Dxy, m.Dz)];
    }

    /// <summary>Isolated electrons.</summary>
    public static Electrons SelectedElectrons(this NanoBatch ev, Year year)
    {
        var e = ev.Electron;
        var isSelected = e.Pt > 15 & Abs(e.Eta) < 2.5 & e.PfRelIso03All < 0.15 & (year.Run == 2 ? e.MvaFall17V2IsoWP90 : e.MvaNoIsoWP90);
        return e[year.Run == 2 ? isSelected : isSelected & PassesImpact(e.Eta, e.Dxy, e.Dz)];
    }

    /// <summary>Jets from pt 20 GeV on that are neither pile-up nor leptons.</summary>
    public static JaggedMask IsLoose(this Jets j, Year year, Muons muons, Electrons electrons)
    {
        var absEta = Abs(j.Eta);
        var isGood = j.Pt >= 20 & j.JetId >= 2 & !j.Directions.AnyWithin(0.4, muons.Directions) & !j.Directions.AnyWithin(0.4, electrons.Directions);
        if (year.Run == 3) return isGood & absEta <= 4.7;
        var isPileup = j.PuId < 7 & j.Pt < 50 | absEta > 2.4 & j.Pt < 40;
        return isGood & !isPileup;
    }

    /// <summary>The tight selection, on top of the loose one.</summary>
    public static JaggedMask IsTight(this Jets j, Year year) => j.Pt >= (year.Run == 2 ? 40 : 30) & Abs(j.Eta) <= 2.4;

    /// <summary>The b-tagging score of the year.</summary>
    public static JaggedColumn<float> Score(this Jets jets, Year year) => year.Run == 2 ? jets.BtagDeepFlavB : jets.BtagPNetB;

    /// <summary>The factor of the b-jet energy regression; none in Run 3.</summary>
    public static JaggedColumn<double>? Regression(this Jets jets, Year year) => year.Run == 2 ? jets.BRegCorr.To<double>() : null;

    private static JaggedMask PassesImpact(JaggedColumn<float> eta, JaggedColumn<float> dxy, JaggedColumn<float> dz)
    {
        var isBarrel = Abs(eta) < 1.479;
        return Abs(dz) < 0.1 & Abs(dxy) < 0.05 & isBarrel | Abs(dz) < 0.2 & Abs(dxy) < 0.1 & !isBarrel;
    }
}
