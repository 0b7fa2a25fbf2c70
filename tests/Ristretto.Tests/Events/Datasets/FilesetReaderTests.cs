using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Datasets;

public class FilesetReaderTests
{
    private const string Data = """ "metadata": {"year": "UL18", "is_mc": false, "process": "data_A"} """;

    private static Fileset Parse(string text) => FilesetReader.Parse(Encoding.UTF8.GetBytes(text), "/sets/fileset.json");

    private static string Error(string text) => Assert.Throws<ConfigurationException>(() => Parse(text)).Message;

    private static string Simulation(string entry) => $$$$"""
        {"tt": {"files": {"a.root": "Events"},
          "metadata": {"year": "UL18", "is_mc": true, "process": "tt", "sumw": 24000, "lumi": 59.8,
            {{{{entry}}}}
        }}}
        """;

    [Fact]
    public void Parse_DataAndSimulation_KeepsOrderAndMetadata()
    {
        var fileset = Parse($$$$"""
            {"z data": {"files": {"data.root": "Events", "sub/more.root": "Other"}, {{{{Data}}}}},
             "a signal": {"files": {"/abs/hh.root": "Events"}, "metadata": {"year": "2022_EE", "is_mc": true, "process": "HH",
                "xs": 15.320974, "sumw": 20000, "lumi": 59.8, "kFactor": 1.5, "events": 7, "passes": 4, "anything": "else"}}}
            """);

        Assert.Equal(["z data", "a signal"], fileset.Datasets.Select(set => set.Name));
        Assert.Equal([new("/sets/data.root", "Events"), new("/sets/sub/more.root", "Other")], fileset["z data"].Files);
        Assert.Equal("/abs/hh.root", fileset["a signal"].Files[0].Path);
        var metadata = fileset["a signal"].Metadata;
        Assert.Equal(("2022_EE", true, "HH", 15.320974, 20000.0, 59.8, 1.5, 7L), (metadata.Year, metadata.IsMc, metadata.Process, metadata.CrossSection, metadata.SumOfWeights, metadata.Luminosity, metadata.KFactor, metadata.Events));
        Assert.Equal("else", metadata.Entries["anything"]);
        Assert.Equal(59.8 * 15.320974 * 1.5 / 20000, metadata.Normalisation);
        Assert.Equal(1, fileset["z data"].Metadata.Normalisation);
    }

    [Fact]
    public void Parse_ListOfPaths_TakesTheTreeEvents() =>
        Assert.Equal([new("/sets/a.root", "Events"), new("root://host//b.root", "Events")], Parse($$$$"""{"d": {"files": ["a.root", "root://host//b.root"], {{{{Data}}}}}}""").Datasets[0].Files);

    [Fact]
    public void Parse_PreprocessedForm_TakesTreeEntriesAndUuid() =>
        Assert.Equal([new("/sets/a.root", "Events", 20, "u-1")], Parse($$$$"""
            {"d": {"files": {"a.root": {"object_path": "Events", "steps": [[0, 10], [10, 20]], "num_entries": 20, "uuid": "u-1"}}, "form": null, {{{{Data}}}}}}
            """).Datasets[0].Files);

    [Fact]
    public void Parse_ByteOrderMark_IsLeftOut() => Assert.Single(Parse("\ufeff" + $$$$"""{"d": {"files": ["a.root"], {{{{Data}}}}}}""").Datasets);

    [Theory]
    [InlineData("0.03077*0.5824**2", 0.03077 * (0.5824 * 0.5824))]
    [InlineData("2*(3+4)-1e1/4", 11.5)]
    [InlineData("2**3**2", 512)]
    [InlineData("1 - -2**2", 5)]
    [InlineData("4**-0.5", 0.5)]
    public void Parse_CrossSectionAsArithmetic_IsEvaluated(string text, double expected) =>
        Assert.Equal(expected, Parse(Simulation($"\"xs\": \"{text}\"")).Datasets[0].Metadata.CrossSection!.Value, 1e-15);

    [Theory]
    [InlineData("__import__('os')", "found '_' at character 1 where a number is expected")]
    [InlineData("2*", "it ends where a number is expected")]
    [InlineData("(2", "it ends where ')' is expected")]
    [InlineData("2 3", "found '3' at character 3 where an operator is expected")]
    [InlineData("", "it ends where a number is expected")]
    public void Parse_CrossSectionThatIsNotArithmetic_SaysWhere(string text, string reason) =>
        Assert.Equal($"/sets/fileset.json:3: data set \"tt\": metadata \"xs\": \"{text}\" is not a number or arithmetic of numbers: {reason}", Error(Simulation($"\"xs\": \"{text}\"")));

    [Theory]
    [InlineData("", "is empty; a JSON object is expected")]
    [InlineData(" \n", "is empty; a JSON object is expected")]
    public void Parse_EmptyText_IsAnError(string text, string reason) => Assert.Equal($"/sets/fileset.json: {reason}", Error(text));

    [Theory]
    [InlineData("[]", "1: a fileset is an object of data sets, found a list")]
    [InlineData("{}", "1: there is no data set in this fileset")]
    [InlineData("{\n \"d\": 5}", "2: data set \"d\": expected an object with files and metadata, found the number 5")]
    [InlineData("{\n \"\": {}}", "2: a data set needs a name, found an empty one")]
    [InlineData("{\n \"d\": {\n  \"fils\": {}}}", "3: unknown key \"fils\"; nearest: files")]
    [InlineData("{\n \"d\": {\n  \"nothing-like-it\": {}}}", "3: unknown key \"nothing-like-it\"; known: files, metadata, form")]
    [InlineData("{\n \"d\": {\"metadata\": {}}}", "2: data set \"d\" has no \"files\"")]
    [InlineData("{\n \"d\": {\"files\": [\"a.root\"]}}", "2: data set \"d\" has no \"metadata\"")]
    [InlineData("{\n \"d\": {\"files\": {},\n \"metadata\": {}}}", "2: data set \"d\" has no files")]
    [InlineData("{\n \"d\": {\"files\": \"a.root\", \"metadata\": {}}}", "2: data set \"d\": files is an object of path and tree, or a list of paths, found the string \"a.root\"")]
    [InlineData("{\n \"d\": {\"files\": [\"a.root\",\n 7], \"metadata\": {}}}", "3: data set \"d\": files: expected a path, found the number 7")]
    [InlineData("{\n \"d\": {\"files\": [\"\"], \"metadata\": {}}}", "2: data set \"d\": a file needs a path, found an empty one")]
    [InlineData("{\n \"d\": {\"files\": [\"a.root\",\n \"b.root\",\n \"../sets/a.root\"], \"metadata\": {}}}", "4: data set \"d\": file \"/sets/../sets/a.root\" is given a second time, first in line 2")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": 1}, \"metadata\": {}}}", "2: data set \"d\": file \"a.root\": expected the name of a tree, found the number 1")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": \"\"}, \"metadata\": {}}}", "2: data set \"d\": file \"a.root\": the name of the tree is empty")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": {\"objectpath\": \"Events\"}}, \"metadata\": {}}}", "2: unknown key \"objectpath\"; nearest: object_path")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": {\"uuid\": \"u\"}}, \"metadata\": {}}}", "2: data set \"d\": file \"a.root\" has no \"object_path\"")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": {\"object_path\": \"E\", \"steps\": [[0, 5], [7, 9]]}}, \"metadata\": {}}}", "2: steps leave entries out or give them twice: expected a step from 5, found one from 7; whole files are read, remove the steps")]
    [InlineData("{\n \"d\": {\"files\": {\"a.root\": {\"object_path\": \"E\", \"steps\": [[0, 5]], \"num_entries\": 6}}, \"metadata\": {}}}", "2: steps end at entry 5 of 6; whole files are read, remove the steps")]
    [InlineData("{\n \"d\": {\"files\": {},\n \"files\": {}}}", "3: key \"files\" is given a second time, first in line 2")]
    [InlineData("{\n \"d\": {},\n \"d\": {}}", "3: data set \"d\" is given a second time, first in line 2")]
    [InlineData("{\n \"d\": {},\n}", "3: a comma before '}' is not allowed in JSON; remove it")]
    [InlineData("{\n // note\n}", "2: comments are not allowed in JSON; remove them")]
    [InlineData("{\n \"d\": {", "2: the text ends in the middle of a value; a bracket, a brace or a quote is not closed")]
    [InlineData("{\n \"d\": nan}", "2: not valid JSON at 'a'")]
    [InlineData("year: UL18", "1: not valid JSON at 'y'")]
    public void Parse_WrongContent_NamesLineAndKey(string text, string reason) => Assert.Equal($"/sets/fileset.json:{reason}", Error(text));

    [Theory]
    [InlineData("\"lumy\": 5, \"xs\": 1", "3: unknown metadata key \"lumy\"; nearest: lumi")]
    [InlineData("\"kfactor\": 5, \"xs\": 1", "3: unknown metadata key \"kfactor\"; nearest: kFactor")]
    [InlineData("\"xs\": 1, \"xs\": 2", "3: metadata key \"xs\" is given a second time, first in line 3")]
    [InlineData("\"skim\": \"4b\"", "1: data set \"tt\": metadata has no \"xs\" (a cross section in pb above 0; simulation needs it)")]
    [InlineData("\"xs\": -1", "3: data set \"tt\": metadata \"xs\" is a cross section in pb above 0, found the number -1")]
    [InlineData("\"xs\": 1e999", "3: data set \"tt\": metadata \"xs\" is a cross section in pb above 0, found the number 1e999")]
    [InlineData("\"xs\": \"1/0\"", "3: data set \"tt\": metadata \"xs\" is a cross section in pb above 0, found the string \"1/0\"")]
    [InlineData("\"xs\": true", "3: data set \"tt\": metadata \"xs\" is a cross section in pb above 0, found true")]
    [InlineData("\"xs\": 1, \"kFactor\": 0", "3: data set \"tt\": metadata \"kFactor\" is a factor above 0, found the number 0")]
    [InlineData("\"xs\": 1, \"events\": 1.5", "3: data set \"tt\": metadata \"events\" is a number of events, found the number 1.5")]
    public void Parse_WrongMetadata_NamesLineAndKey(string entry, string reason) => Assert.Equal($"/sets/fileset.json:{reason}", Error(Simulation(entry)));

    [Theory]
    [InlineData("\"is_mc\": false, \"process\": \"p\"", "1: data set \"d\": metadata has no \"year\" (a string)")]
    [InlineData("\"year\": 2018, \"is_mc\": false, \"process\": \"p\"", "1: data set \"d\": metadata \"year\" is a string that is not empty, found the number 2018")]
    [InlineData("\"year\": \"UL18\", \"is_mc\": \"no\", \"process\": \"p\"", "1: data set \"d\": metadata \"is_mc\" is true or false, found the string \"no\"")]
    [InlineData("\"year\": \"UL18\", \"process\": \"p\"", "1: data set \"d\": metadata has no \"is_mc\" (true or false)")]
    [InlineData("\"year\": \"UL18\", \"is_mc\": false", "1: data set \"d\": metadata has no \"process\" (a string)")]
    public void Parse_MetadataThatIsNeeded_IsChecked(string entries, string reason) =>
        Assert.Equal($"/sets/fileset.json:{reason}", Error($$$$"""{"d": {"files": ["a.root"], "metadata": { {{{{entries}}}} }}}"""));

    [Fact]
    public void Parse_BytesThatAreNoText_NameTheLine()
    {
        byte[] text = [(byte)'{', (byte)'\n', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
        Assert.Equal("f.json:2: a string is not valid UTF-8", Assert.Throws<ConfigurationException>(() => FilesetReader.Parse(text, "f.json")).Message);
        Assert.Equal("f.json:1: not valid JSON at byte 0x80", Assert.Throws<ConfigurationException>(() => FilesetReader.Parse([0x80], "f.json")).Message);
    }

    [Fact]
    public void Parse_NestedWithoutEnd_IsRefused() =>
        Assert.Equal("/sets/fileset.json:1: nested more than 512 levels deep", Error(new string('[', 100000)));

    [Fact]
    public void Indexer_UnknownName_NamesTheNearest() =>
        Assert.Equal("/sets/fileset.json: there is no data set \"dat_A\"; nearest: data_A",
            Assert.Throws<ConfigurationException>(() => Parse($$$$"""{"data_A": {"files": ["a.root"], {{{{Data}}}}}}""")["dat_A"]).Message);

    [Fact]
    public void Select_Names_KeepsTheOrderOfTheFileset()
    {
        var fileset = Parse($$$$"""{"c": {"files": ["a.root"], {{{{Data}}}}}, "b": {"files": ["a.root"], {{{{Data}}}}}, "a": {"files": ["a.root"], {{{{Data}}}}}}""");
        Assert.Equal(["c", "a"], fileset.Select(["a", "c", "a"]).Datasets.Select(set => set.Name));
    }

    [Fact]
    public void Read_Files_FindsNeighboursAndPatterns()
    {
        var folder = Directory.CreateTempSubdirectory("ristretto").FullName;
        try
        {
            foreach (var name in new[] { "b_2.root", "b_1.root", "c.root" }) File.WriteAllText(Path.Combine(folder, name), "");
            var path = Path.Combine(folder, "fileset.json");
            File.WriteAllText(path, $$$$"""{"d": {"files": ["b_*.root"], {{{{Data}}}}}}""");
            Assert.Equal([Path.Combine(folder, "b_1.root"), Path.Combine(folder, "b_2.root")], Fileset.Open(path).Datasets[0].Files.Select(file => file.Path));

            var misspelt = Path.Combine(folder, "fileset.jsn");
            Assert.Equal($"{misspelt}: no such file; did you mean fileset.json?", Assert.Throws<SourceException>(() => Fileset.Open(misspelt)).Message);
            Assert.Equal($"{folder}: is a directory, a file is expected", Assert.Throws<SourceException>(() => Fileset.Open(folder)).Message);
            var elsewhere = Path.Combine(folder, "no", "f.json");
            Assert.Equal($"{elsewhere}: no such file (there is no folder {Path.Combine(folder, "no")})", Assert.Throws<SourceException>(() => Fileset.Open(elsewhere)).Message);

            File.WriteAllText(path, $$$$"""{"d": {"files": ["x_*.root"], {{{{Data}}}}}}""");
            Assert.Equal($"{Path.Combine(folder, "x_*.root")}: no file matches this pattern", Assert.Throws<SourceException>(() => Fileset.Open(path)).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("fileset.json", 29)]
    [InlineData("demo/fileset.json", 3)]
    public void Read_SampleFilesets_FindsEveryFile(string name, int count)
    {
        var fileset = Fileset.Open(SharedData.Path("samples", name));
        Assert.Equal(count, fileset.Datasets.Count);
        Assert.All(fileset.Datasets, set => Assert.True(File.Exists(Assert.Single(set.Files).Path)));
        Assert.All(fileset.Datasets, set => Assert.Equal(set.Name.Contains("data", StringComparison.Ordinal), !set.Metadata.IsMc));
    }
}
