using Microsoft.CodeAnalysis;

namespace Ristretto.Tests.Generators;

public sealed class SchemaDiagnosticsTests
{
    // The header has 4 lines; what is tested begins on line 5. Positions count from 1, as editors show them.
    [Theory]
    [InlineData("RST001", 5, 1, "scalers\n", "'scalers' begins no declaration")]
    [InlineData("RST001", 6, 3, "scalars\n  run uint v1\n", "expected 'BRANCH TYPE VERSIONS UNIT what it is'")]
    [InlineData("RST001", 5, 3, "  run uint v1 - run\n", "an indented line belongs to")]
    [InlineData("RST001", 5, 1, "collection Jet Jets nJet\n", "expected 'collection PREFIX CLASS COUNTER")]
    [InlineData("RST001", 5, 1, "group\n", "expected 'group PREFIX")]
    [InlineData("RST002", 6, 7, "scalars\n  run unit v1 - run\n", "unknown type 'unit'; known: bool, byte, int,")]
    [InlineData("RST002", 6, 11, "group MET\n  MET_pts float[nMET] v1 - x\n", "unknown type 'float[nMET]'")]
    [InlineData("RST003", 7, 3, "scalars\n  run uint v1 - run\n  run int v2 - again\n", "run is declared on line 6 already")]
    [InlineData("RST004", 7, 3, "group MET\n  MET_a_b float v1 - x\n  MET_aB float v1 - x\n", "'MET_aB' gets the name AB in C#, which line 6 has too")]
    [InlineData("RST004", 6, 7, "group MET\ngroup MET\n", "'MET' gets the name MET in C#, which line 5 has too")]
    [InlineData("RST004", 5, 7, "group Length\n", "the name Length is taken by the batch itself")]
    [InlineData("RST005", 5, 12, "collection Jet Jets particle\n", "collection Jet has no counter; expected 'collection Jet Jets nJet particle")]
    [InlineData("RST002", 6, 6, "scalars\n  PS float[nA v1 - weights\n", "unknown type 'float[nA'")]
    [InlineData("RST002", 6, 6, "scalars\n  PS float[][][] v1 - weights\n", "unknown type 'float[][][]'; known: bool, byte, int, uint, long, ulong, float, double; with [] behind it for a list of numbers, [][] for a list of lists, among the scalars also [COUNTER]")]
    [InlineData("RST002", 6, 7, "collection A As nA plain\n  A_x float[][] v1 - x\n", "unknown type 'float[][]'; known: bool, byte, int, uint, long, ulong, float, double; with [] behind it for a list of numbers per object")]
    [InlineData("RST002", 6, 5, "scalars\n  b bool[] v1 - answers\n", "unknown type 'bool[]'")]
    [InlineData("RST001", 6, 3, "scalars\n  _ uint v1 - run\n", "'_' makes no name that C# allows; write Other=NAME for another one")]
    [InlineData("RST004", 7, 3, "group A.\n  X=A.y int v1 - y\n  X=A.z int v1 - z\n", "'X=A.z' gets the name X in C#, which line 6 has too; write Other=NAME for another name")]
    [InlineData("RST006", 6, 3, "collection A=B. As B.x plain\n  A.x int v1 - x\n", "A.x does not start with B.")]
    [InlineData("RST008", 5, 22, "collection A. As A.x cartesian\n  A.momentum.x float v1 GeV x\n  A.mass float[] v1 GeV m\n", "a collection of the kind 'cartesian' needs the float or double columns A.py or A.momentum.y or A.momentum_y, A.pz or A.momentum.z or A.momentum_z, A.energy or A.e or A.mass or A.m")]
    [InlineData("RST006", 6, 3, "group MET\n  PuppiMET_pt float v1 GeV x\n", "PuppiMET_pt does not start with MET_")]
    [InlineData("RST007", 6, 12, "scalars\n  run uint v1,v3 - run\n", "unknown version 'v3'; the line 'versions' names v1, v2")]
    [InlineData("RST008", 6, 10, "collection A As nA plain\n  link B A_bIdx A\n", "A_bIdx is no column of A above this line")]
    [InlineData("RST008", 7, 17, "collection A As nA plain\n  A_bIdx int v1 - place\n  link B A_bIdx C\n", "link B leads to C, which is no collection of this schema")]
    [InlineData("RST008", 7, 9, "collection A As nA plain\n  A_x float v1 - x\n  bit B A_x 1\n", "A_x is of type float; links and bits need an int")]
    [InlineData("RST008", 5, 20, "collection A As nA particle\n  A_pt float v1 GeV x\n", "a collection of the kind 'particle' needs the float columns A_eta, A_phi, A_mass")]
    public void Schema_WithAMistake_IsReportedWhereItIs(string id, int line, int column, string body, string message)
    {
        var run = SchemaRun.Of(SchemaRun.Header + body);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        var position = diagnostic.Location.GetLineSpan();
        Assert.Equal(("/some/my.schema", line, column), (position.Path, position.StartLinePosition.Line + 1, position.StartLinePosition.Character + 1));
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Schema_WithoutHeader_IsReported()
    {
        var diagnostic = Assert.Single(SchemaRun.Of("versions v1\nscalars\n  run uint v1 - run\n").Diagnostics);

        Assert.Equal("RST009", diagnostic.Id);
    }

    [Fact]
    public void Schema_WithSeveralMistakes_ReportsAll() =>
        Assert.Equal(["RST002", "RST007"], SchemaRun.Of(SchemaRun.Header + "scalars\n  a unit v1 - x\n  b int v3 - x\n").Diagnostics.Select(diagnostic => diagnostic.Id));

    [Fact]
    public void Column_NamedLikeABehaviour_WinsAndIsNoted()
    {
        var run = SchemaRun.Of(SchemaRun.Header + "collection A As nA plain\n  A_index int v1 - an index of its own\n");

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("RST010", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("public int Index => _batch.Element<int>(0, _position);", run.Text("As"), StringComparison.Ordinal);
        Assert.DoesNotContain("LocalPosition", run.Text("As"), StringComparison.Ordinal);
    }
}
