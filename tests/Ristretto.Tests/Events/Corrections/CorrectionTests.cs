using System.Text;
using Ristretto.Events.Corrections;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Corrections;

public class CorrectionTests
{
    private static Correction Parse(string inputs, string data) => CorrectionSet.Parse(Encoding.UTF8.GetBytes($$"""
        {"schema_version": 2, "corrections": [{"name": "c", "version": 1, "inputs": [{{inputs}}], "output": {"name": "out", "type": "real"}, "data": {{data}} }]}
        """), "w.json", CorrectionStrictness.Strict)["c"];

    private static Correction Binned(string edges, string flow) =>
        Parse("""{"name": "x", "type": "real"}""", $$"""{"nodetype": "binning", "input": "x", "edges": {{edges}}, "content": [1, 2], "flow": {{flow}}}""");

    private static Correction Systematic => Parse(
        """{"name": "syst", "type": "string"}, {"name": "flavor", "type": "int"}, {"name": "pt", "type": "real"}""",
        """
        {"nodetype": "category", "input": "syst", "content": [
          {"key": "nominal", "value": {"nodetype": "category", "input": "flavor", "content": [{"key": 0, "value": 0.5}, {"key": 5,
             "value": {"nodetype": "binning", "input": "pt", "edges": [20, 50, "inf"], "content": [1.5, 2.5], "flow": "error"}}]}},
          {"key": "up", "value": 3}]}
        """);

    private const string Uniform = """{"n": 2, "low": 0, "high": 3}""";
    private const string Irregular = "[0, 1, 3]";

    [Theory]
    [InlineData(Uniform, "\"clamp\"", "-1:1 0:1 1:1 1.5:2 3:2 3000:2 NaN:2")]
    [InlineData(Irregular, "\"clamp\"", "-1:1 0:1 1:2 1.5:2 3:2 3000:2 NaN:2")]
    [InlineData(Uniform, "42", "-1:42 2.9:2 3:42 NaN:42 -Infinity:42 Infinity:42")]
    [InlineData(Irregular, "42", "-1:42 2.9:2 3:42 NaN:42 -Infinity:42 Infinity:42")]
    [InlineData(Uniform, "\"wrap\"", "-3:1 -2.9:1 -1:2 3:1 4.6:2 6.1:1")]
    [InlineData(Irregular, "\"wrap\"", "-3:1 -2.9:1 -1:2 3:1 4.6:2 6.1:1")]
    [InlineData(Uniform, "\"error\"", "0:1 0.2:1 1:1 2.99:2")]
    [InlineData(Irregular, "\"error\"", "0:1 0.2:1 1:2 2.99:2")]
    public void Evaluate_Binning_FollowsItsFlow(string edges, string flow, string cases)
    {
        var correction = Binned(edges, flow);
        foreach (var (x, expected) in cases.Split(' ').Select(text => text.Split(':')).Select(pair => (ReadNumber(pair[0]), ReadNumber(pair[1]))))
        {
            Assert.Equal(expected, correction.Evaluate(x));
            var result = new double[1];
            correction.Bind().Evaluate([(float)x], result);
            Assert.Equal(expected, result[0]);
        }
    }

    [Theory]
    [InlineData("\"error\"", -1, CorrectionFault.BelowRange, "input \"x\" = -1 lies outside 0 <= x < 3")]
    [InlineData("\"error\"", 3, CorrectionFault.AboveRange, "input \"x\" = 3 lies outside 0 <= x < 3")]
    [InlineData("\"error\"", double.NaN, CorrectionFault.AboveRange, "input \"x\" = NaN lies outside 0 <= x < 3")]
    [InlineData("\"wrap\"", double.NaN, CorrectionFault.NotFinite, "input \"x\" = NaN cannot be wrapped around an axis")]
    [InlineData("\"wrap\"", double.PositiveInfinity, CorrectionFault.NotFinite, "input \"x\" = Infinity cannot be wrapped around an axis")]
    public void Evaluate_OutOfRange_SaysWhichInput(string flow, double x, CorrectionFault fault, string reason)
    {
        foreach (var edges in new[] { Uniform, Irregular })
        {
            var error = Assert.Throws<CorrectionException>(() => Binned(edges, flow).Evaluate(x));
            Assert.Equal((fault, $"w.json: correction \"c\": {reason}"), (error.Fault, error.Message));
            Assert.Throws<CorrectionException>(() => Binned(edges, flow).Bind().Evaluate([(float)x], new double[1]));
        }
    }

    [Fact]
    public void Evaluate_WrongArguments_AreRefused()
    {
        string Message(params CorrectionInput[] inputs) => Assert.Throws<ArgumentException>(() => Systematic.Evaluate(inputs)).Message;
        Assert.Equal("correction \"c\" takes 3 inputs (syst string, flavor int, pt real), 1 given (Parameter 'values')", Message("up"));
        Assert.Equal("correction \"c\": input \"syst\" is of type string, found the int 1", Message(1, 5, 30.0));
        Assert.Equal("correction \"c\": input \"flavor\" is of type int, found the real 5.5", Message("up", 5.5, 30.0));
        Assert.Equal("correction \"c\": input \"pt\" is of type real, found the string \"x\"", Message("up", 5, "x"));
        Assert.Equal(1.5, Systematic.Evaluate("nominal", 5, 30));
    }

    [Fact]
    public void Evaluate_UnknownKey_ListsTheKeys()
    {
        Assert.Equal("w.json: correction \"c\": input \"syst\" = \"down\" is none of nominal, up", Assert.Throws<CorrectionException>(() => Systematic.Evaluate("down", 5, 30.0)).Message);
        Assert.Equal("w.json: correction \"c\": input \"flavor\" = 4 is none of 0, 5", Assert.Throws<CorrectionException>(() => Systematic.Evaluate("nominal", 4, 30.0)).Message);
        Assert.Equal("w.json: correction \"c\": input \"syst\" = \"down\" is none of nominal, up", Assert.Throws<CorrectionException>(() => Systematic.Bind("down")).Message);
    }

    [Fact]
    public void Bind_Columns_GiveTheValuesOneByOne()
    {
        var bound = Systematic.Bind("nominal");
        Assert.Equal(["flavor", "pt"], bound.Inputs.Select(input => input.Name));
        var results = new double[3];
        bound.Evaluate(new[] { 5, 0, 5 }, new[] { 30f, 1f, 70f }, results);
        Assert.Equal([1.5, 0.5, 2.5], results);
        bound.Evaluate(5, new[] { 30.0, 60.0, 49.0 }, results);
        Assert.Equal([1.5, 2.5, 1.5], results);
        Systematic.Bind("up").Evaluate(4, 1.0, results);
        Assert.Equal([3, 3, 3], results);
    }

    [Fact]
    public void Bind_WrongColumns_AreRefused()
    {
        var bound = Systematic.Bind("nominal");
        Assert.Equal("correction \"c\" has 1 inputs of type string (syst string, flavor int, pt real), 0 given (Parameter 'texts')", Assert.Throws<ArgumentException>(() => Systematic.Bind()).Message);
        Assert.Equal("correction \"c\" takes 2 numeric inputs (flavor int, pt real), 1 given", Assert.Throws<ArgumentException>(() => bound.Evaluate(1.0, new double[1])).Message);
        Assert.Equal("correction \"c\": 2 values of \"pt\", but room for 1 results", Assert.Throws<ArgumentException>(() => bound.Evaluate(5, new[] { 1f, 2f }, new double[1])).Message);
        Assert.Equal("correction \"c\": input \"flavor\" is of type int, found reals", Assert.Throws<ArgumentException>(() => bound.Evaluate(5.0, new[] { 1f }, new double[1])).Message);
    }

    [Theory]
    [InlineData("-2^2", 4)]
    [InlineData("2^3^2", 512)]
    [InlineData("(1+0.04432+1.724/100.)-1", 0.06155999999999984)]
    [InlineData("x--x", 6)]
    [InlineData("1-2-3", -4)]
    [InlineData("(x>1)*2+(x<=1)*3", 2)]
    [InlineData("x>1&&x<2||x==3", 1)]
    [InlineData("max(min(x,2),-1e-1)*x[0]", 6)]
    public void Evaluate_Formula_FollowsThePrecedence(string text, double expected) =>
        Assert.Equal(expected, Parse("""{"name": "x", "type": "real"}""", $$"""{"nodetype": "formula", "expression": "{{text}}", "parser": "TFormula", "variables": ["x"]}""").Evaluate(3.0));

    [Theory]
    [InlineData("UL18", "Collisions18_UltraLegacy_goldenJSON")]
    [InlineData("2022_EE", "Collisions2022_359022_362760_eraEFG_GoldenJson")]
    public void Bind_PileupWeightsOfTheSamples_AreTheTable(string year, string name)
    {
        var correction = CorrectionSet.Open(SharedData.Path("samples", "corrections", $"puWeights_{year}.json.gz"), CorrectionStrictness.Strict)[name];
        float[] interactions = [-5, 0, 0.5f, 1, 34, MathF.BitDecrement(35), 35, 1000, float.NaN];
        var nominal = Weights(correction, "nominal", interactions);
        Assert.Equal(interactions.Select(n => correction.Evaluate((double)n, "nominal")), nominal);
        Assert.Equal(nominal[1], nominal[0]);
        Assert.Equal(nominal[4], nominal[5]);
        Assert.NotEqual(nominal[5], nominal[6]);
        Assert.Equal(nominal[7], nominal[8]);
        Assert.NotEqual(nominal[4], Weights(correction, "up", interactions)[4]);
    }

    [Fact]
    public void Evaluate_Columns_AllocateNothing()
    {
        var (bound, systematic) = (Binned(Irregular, "\"clamp\"").Bind(), Systematic);
        var (values, results) = (new float[1000], new double[1000]);
        var byFlavor = systematic.Bind("nominal");
        void Run()
        {
            bound.Evaluate(values, results);
            byFlavor.Evaluate(0, values, results);
            systematic.Evaluate("nominal", 0, 1.0);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Weights(Correction correction, string variation, float[] interactions)
    {
        var weights = new double[interactions.Length];
        correction.Bind(variation).Evaluate(interactions, weights);
        return weights;
    }

    private static double ReadNumber(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
