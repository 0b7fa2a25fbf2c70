using System.Collections.Concurrent;
using Ristretto.Events.Corrections;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Events.Corrections;

/// <summary>Public payloads against tables of correctionlib 2.9.0.</summary>
public class PayloadTests
{
    private const string Summer22 = "jet_jerc_Summer22_V3.json.gz";

    [Theory]
    [InlineData("Summer22_22Sep2023_JRV1_MC_PtResolution_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_JRV1_MC_ScaleFactor_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_RunCD_V3_DATA_L1FastJet_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_RunCD_V3_DATA_L1L2L3Res_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_RunCD_V3_DATA_L2L3Residual_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_RunCD_V3_DATA_L2Relative_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_RunCD_V3_DATA_L3Absolute_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_V3_MC_L1FastJet_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_V3_MC_L1L2L3Res_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_V3_MC_L2L3Residual_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_V3_MC_L2Relative_AK4PFPuppi")]
    [InlineData("Summer22_22Sep2023_V3_MC_L3Absolute_AK4PFPuppi")]
    public void Evaluate_JetCorrections_AgreeWithCorrectionlib(string name)
    {
        var correction = Open(Summer22)[name];
        var table = new ReferenceTable(SharedData.Path("corrections", "expected", $"json.{name}.csv"));
        Assert.Equal(correction.Inputs.Select(input => input.Name), table.Header.Take(correction.Inputs.Count));
        foreach (var row in table.Rows)
        {
            var inputs = correction.Inputs.Select((input, i) => input.Type == CorrectionType.Text ? (CorrectionInput)row[i] : ReferenceTable.Number(row[i])).ToArray();
            var expected = row[inputs.Length];
            if (table.Header[^1] == "error" && row[^1].Length > 0) Assert.Throws<CorrectionException>(() => correction.Evaluate(inputs));
            else Near(ReferenceTable.Number(expected), correction.Evaluate(inputs), 1e-14);
        }
    }

    [Fact]
    public void Evaluate_JetUncertainties_AgreeWithCorrectionlib()
    {
        var set = Open(Summer22);
        var table = new ReferenceTable(SharedData.Path("corrections", "expected", "json.Summer22_22Sep2023_V3_MC_uncertainties_AK4PFPuppi.csv.gz"));
        for (var column = 2; column < table.Header.Length; column++)
        {
            var source = set[$"Summer22_22Sep2023_V3_MC_{table.Header[column]}_AK4PFPuppi"];
            foreach (var row in table.Rows) Near(ReferenceTable.Number(row[column]), source.Evaluate(ReferenceTable.Number(row[0]), ReferenceTable.Number(row[1])), 1e-14, 1e-17);
        }
    }

    [Fact]
    public void Evaluate_SmallPayloads_AgreeWithCorrectionlib()
    {
        var electron = Open("testSF2d.corr.json.gz")["scalefactors_Tight_Electron"];
        foreach (var row in new ReferenceTable(SharedData.Path("corrections", "expected", "json.testSF2d.csv")).Rows)
            Near(ReferenceTable.Number(row[2]), electron.Evaluate(ReferenceTable.Number(row[0]), ReferenceTable.Number(row[1])), 1e-15);

        var jets = Open("jet_jerc.json.gz");
        var table = new ReferenceTable(SharedData.Path("corrections", "expected", "json.jet_jerc.csv"));
        foreach (var row in table.Rows)
        {
            for (var column = 4; column < table.Header.Length; column++)
            {
                var name = table.Header[column].Split(':');
                var correction = jets[name[0]];
                var inputs = correction.Inputs.Select(input => input.Type == CorrectionType.Text ? (CorrectionInput)name[1] : ReferenceTable.Number(row[Array.IndexOf(table.Header, input.Name)])).ToArray();
                Near(ReferenceTable.Number(row[column]), correction.Evaluate(inputs), 1e-15);
            }
        }
    }

    [Fact]
    public void Bind_JetCorrectionsByColumn_GiveTheSameBitsAsOneByOne()
    {
        var correction = Open(Summer22)["Summer22_22Sep2023_V3_MC_L1L2L3Res_AK4PFPuppi"];
        var rows = new ReferenceTable(SharedData.Path("corrections", "expected", "json.Summer22_22Sep2023_V3_MC_L1L2L3Res_AK4PFPuppi.csv")).Rows;
        double[] Column(int i) => [.. rows.Select(row => ReferenceTable.Number(row[i]))];
        var results = new double[rows.Length];
        correction.Bind().Evaluate(Column(0), Column(1), Column(2), Column(3), results);
        Assert.Equal(rows.Select(row => correction.Evaluate([.. row.Take(4).Select(field => (CorrectionInput)ReferenceTable.Number(field))])), results);
    }

    private static readonly ConcurrentDictionary<string, CorrectionSet> s_sets = new(StringComparer.Ordinal);

    private static CorrectionSet Open(string name) =>
        s_sets.GetOrAdd(SharedData.Path("corrections", name), path => CorrectionSet.Open(path, CorrectionStrictness.Strict));

    /// <summary>The absolute tolerance is for differences of numbers of 1e-3 that all but cancel: correctionlib's reader rounds some decimals by one unit
    /// in the last place less well.</summary>
    private static void Near(double expected, double actual, double relative, double absolute = 0)
    {
        if (double.IsNaN(expected)) Assert.True(double.IsNaN(actual));
        else Assert.Equal(expected, actual, Math.Max(absolute, relative * Math.Max(1e-300, Math.Abs(expected)) * 1.0000001));
    }
}
