using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Corrections;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Corrections;

public class CorrectionSetTests
{
    private static string Document(string data, string type = "real") =>
        $$"""
        {"schema_version": 2, "corrections": [{"name": "c", "version": 1, "inputs": [{"name": "x", "type": "{{type}}"}],
          "output": {"name": "out", "type": "real"},
          "data": {{data}} }]}
        """;

    private static CorrectionSet Parse(string text, CorrectionStrictness strictness = CorrectionStrictness.Lenient) => CorrectionSet.Parse(Encoding.UTF8.GetBytes(text), "w.json", strictness);

    private static string Error(string text, CorrectionStrictness strictness = CorrectionStrictness.Lenient) =>
        Assert.Throws<ConfigurationException>(() => Parse(text, strictness)).Message;

    [Fact]
    public void Indexer_UnknownName_NamesTheNearest() =>
        Assert.Equal("w.json: there is no correction \"d\"; nearest: c", Assert.Throws<ConfigurationException>(() => Parse(Document("1"))["d"]).Message);

    [Theory]
    [InlineData("real", "\"1\"", "expected a number or a node, found the string \"1\"")]
    [InlineData("real", "{\"nodetype\": \"binnning\"}", "/nodetype: unknown nodetype \"binnning\"; nearest: binning")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, 1]}", "has no \"flow\"")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"y\", \"edges\": [0, 1], \"content\": [1], \"flow\": 0}", "/input: there is no input \"y\"; nearest: x")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, 1], \"content\": [1, 2], \"flow\": 0}", "/content: 2 values for 1 bins")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, 1, 1], \"content\": [1, 2], \"flow\": 0}", "/edges/2: the edges do not rise")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0], \"content\": [], \"flow\": 0}", "/edges: 1 edges; at least two are needed")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, \"nan\"], \"content\": [1], \"flow\": 0}", "/edges/1: expected a number, \"inf\" or \"-inf\", found the string \"nan\"")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, \"inf\"], \"content\": [1], \"flow\": \"wrap\"}", "/edges: an axis with an infinite edge cannot be wrapped")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": {\"n\": 0, \"low\": 0, \"high\": 1}, \"content\": [], \"flow\": 0}", "/edges/n: 0 bins; at least one is needed")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": {\"n\": 1, \"low\": 1, \"high\": 1}, \"content\": [1], \"flow\": 0}", "/edges/high: is not above \"low\"")]
    [InlineData("real", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, 1], \"content\": [1], \"flow\": \"drop\"}", "/flow: unknown flow \"drop\"; known: clamp, error, wrap, or a value")]
    [InlineData("string", "{\"nodetype\": \"binning\", \"input\": \"x\", \"edges\": [0, 1], \"content\": [1], \"flow\": 0}", "/input: input \"x\" is a string; bins need numbers")]
    [InlineData("real", "{\"nodetype\": \"multibinning\", \"inputs\": [\"x\"], \"edges\": [[0, 1], [0, 1]], \"content\": [1], \"flow\": 0}", "/edges: 2 lists of edges for 1 inputs")]
    [InlineData("real", "{\"nodetype\": \"multibinning\", \"inputs\": [], \"edges\": [], \"content\": [], \"flow\": 0}", "/inputs: is empty; a multibinning needs at least one input")]
    [InlineData("real", "{\"nodetype\": \"category\", \"input\": \"x\", \"content\": []}", "/input: input \"x\" is a real; a category needs a string or an int")]
    [InlineData("string", "{\"nodetype\": \"category\", \"input\": \"x\", \"content\": [{\"key\": 1, \"value\": 1}]}", "/content/0/key: expected a string, as the input is, found the number 1")]
    [InlineData("int", "{\"nodetype\": \"category\", \"input\": \"x\", \"content\": [{\"key\": \"1\", \"value\": 1}]}", "/content/0/key: expected an integer of 32 bits, as the input is, found the string \"1\"")]
    [InlineData("int", "{\"nodetype\": \"category\", \"input\": \"x\", \"content\": [{\"key\": 1}]}", "/content/0: has no \"value\"")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"x+\", \"parser\": \"TFormula\", \"variables\": [\"x\"]}", "/expression: formula \"x+\": it ends where a number, a name, '[' or '(' is expected")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"--x\", \"parser\": \"TFormula\", \"variables\": [\"x\"]}", "/expression: formula \"--x\": found '-' at character 2 where a number, a name or '(' is expected")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"x+y\", \"parser\": \"TFormula\", \"variables\": [\"x\"]}", "/expression: formula \"x+y\": variable y at character 3, but there are 1 variables")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"max(x)\", \"parser\": \"TFormula\", \"variables\": [\"x\"]}", "/expression: formula \"max(x)\": found ')' at character 6 where ',' is expected")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"[1]*x\", \"parser\": \"TFormula\", \"variables\": [\"x\"], \"parameters\": [1]}", "the formula uses [1], but has 1 parameters")]
    [InlineData("real", "{\"nodetype\": \"formula\", \"expression\": \"x\", \"parser\": \"numexpr\", \"variables\": [\"x\"]}", "/parser: unknown parser \"numexpr\"; known: TFormula")]
    [InlineData("int", "{\"nodetype\": \"formula\", \"expression\": \"x\", \"parser\": \"TFormula\", \"variables\": [\"x\"]}", "/variables: input \"x\" is an int; formulas take reals")]
    [InlineData("real", "{\"nodetype\": \"formularef\", \"index\": 0, \"parameters\": []}", "/index: there is no generic formula 0; the correction has 0")]
    [InlineData("string", "{\"nodetype\": \"transform\", \"input\": \"x\", \"rule\": 1, \"content\": 1}", "/input: input \"x\" is a string; a transform replaces numbers only")]
    [InlineData("real", "{\"nodetype\": \"hashprng\", \"inputs\": [\"x\"], \"distribution\": \"uniform\"}", "/distribution: unknown distribution \"uniform\"; known: stdflat, normal")]
    [InlineData("string", "{\"nodetype\": \"hashprng\", \"inputs\": [\"x\"], \"distribution\": \"normal\"}", "/inputs: input \"x\" is a string; random numbers follow from numbers only")]
    [InlineData("real", "{\"nodetype\": \"hashprng\", \"inputs\": [], \"distribution\": \"normal\"}", "/inputs: is empty; random numbers need at least one input")]
    public void Parse_WrongNode_NamesLineAndPointer(string type, string data, string reason) =>
        Assert.Equal($"w.json:3: /corrections/0/data{(reason[0] == '/' ? "" : ": ")}{reason}", Error(Document(data, type)));

    [Theory]
    [InlineData("[]", "w.json:1: a correctionlib payload is an object, found a list")]
    [InlineData("", "w.json: is empty; a JSON object is expected")]
    [InlineData("{\"schema_version\": 1, \"corrections\": []}", "w.json:1: /schema_version: version 1 of the schema; only version 2 is read")]
    [InlineData("{\"schema_version\": \"2\", \"corrections\": []}", "w.json:1: /schema_version: expected an integer, found the string \"2\"")]
    [InlineData("{\"schema_version\": 2}", "w.json:1: /: has no \"corrections\"")]
    [InlineData("{\"schema_version\": 2, \"corrections\": [5]}", "w.json:1: /corrections/0: expected a correction, found the number 5")]
    [InlineData("{\"schema_version\": 2, \"corrections\": [],}", "w.json:1: a comma before '}' is not allowed in JSON; remove it")]
    public void Parse_WrongSet_NamesLineAndPointer(string text, string message) => Assert.Equal(message, Error(text));

    [Fact]
    public void Parse_WrongCorrection_NamesLineAndPointer()
    {
        Assert.Equal("w.json:1: /corrections/0/inputs/0/type: unknown type \"double\"; known: real, int, string", Error(Document("1", "double")));
        Assert.Equal("w.json:2: /corrections/0/output: the output is of type int; it must be real", Error(Document("1").Replace("\"out\", \"type\": \"real\"", "\"out\", \"type\": \"int\"", StringComparison.Ordinal)));
        Assert.Equal("w.json:3: /corrections/0/data: unknown key \"flw\" in a node of type binning; nearest: flow",
            Error(Document("{\"nodetype\": \"binning\", \"flw\": 1, \"flow\": 0, \"input\": \"x\", \"edges\": [0, 1], \"content\": [1]}"), CorrectionStrictness.Strict));
    }

    [Theory]
    [InlineData("{\"nodetype\": \"lwtnn\"}", "w.json:3: /corrections/0/data: correction \"c\" cannot be used: neural networks (nodetype lwtnn) are not evaluated")]
    [InlineData("{\"nodetype\": \"hashprng\", \"inputs\": [\"x\"], \"distribution\": \"stdnormal\"}", "w.json:3: /corrections/0/data/distribution: correction \"c\" cannot be used: the distribution stdnormal differs from platform to platform; use normal")]
    public void Indexer_CorrectionThatCannotBeEvaluated_SaysWhy(string data, string message)
    {
        var set = Parse(Document(data));
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => set["c"]).Message);
    }

    [Theory]
    [InlineData("x", "*", "*", "d", "/stack: there is no correction \"d\"; nearest: c")]
    [InlineData("y", "*", "*", "c", "/inputs_update: there is no input \"y\"; nearest: x")]
    [InlineData("x", "last", "*", "c", "/input_op: unknown operation \"last\"; known: + * /")]
    [InlineData("x", "*", "-", "c", "/output_op: unknown operation \"-\"; known: + * / last")]
    public void Parse_WrongCompound_NamesLineAndPointer(string update, string inputOperation, string outputOperation, string member, string reason) =>
        Assert.Equal($"w.json:4: /compound_corrections/0{reason}", Error(Document("1").TrimEnd()[..^1] + $$"""
            ,
            "compound_corrections": [{"name": "k", "inputs": [{"name": "x", "type": "real"}], "output": {"name": "o", "type": "real"}, "inputs_update": ["{{update}}"], "input_op": "{{inputOperation}}", "output_op": "{{outputOperation}}", "stack": ["{{member}}"]}]}
            """));

    [Fact]
    public void Open_CutGzip_IsAnError()
    {
        var bytes = File.ReadAllBytes(SharedData.Path("samples", "corrections", "puWeights_UL18.json.gz"));
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
            Assert.StartsWith(path, Assert.Throws<ConfigurationException>(() => CorrectionSet.Open(path)).Message, StringComparison.Ordinal);
            bytes[500] ^= 0x10;
            File.WriteAllBytes(path, bytes);
            Assert.StartsWith(path, Assert.Throws<ConfigurationException>(() => CorrectionSet.Open(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
