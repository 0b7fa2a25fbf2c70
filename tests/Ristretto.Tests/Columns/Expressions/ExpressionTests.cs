using Ristretto.Columns.Expressions;

namespace Ristretto.Tests.Columns.Expressions;

public class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7 7 7")]
    [InlineData("(1 + 2) * 3", "9 9 9")]
    [InlineData("10 - 3 - 2", "5 5 5")]
    [InlineData("2 ** 3 ** 2", "512 512 512")]
    [InlineData("-2 ** 2", "-4 -4 -4")]
    [InlineData("2 ** -1", "0.5 0.5 0.5")]
    [InlineData("7 % 4 + -7 % 4", "0 0 0")]
    [InlineData("1 / 4 == 0.25", "T T T")]
    [InlineData("1.5e2 + .5", "150.5 150.5 150.5")]
    [InlineData("1 < 2 == true", "T T T")]
    [InlineData("true || false && false", "T T T")]
    [InlineData("true | false ^ true & false", "T T T")]
    [InlineData("!true == false", "T T T")]
    [InlineData("false & false == false", "F F F")]
    [InlineData("true | true & false", "T T T")]
    [InlineData("true ^ true & false", "T T T")]
    [InlineData("true | true ^ true", "T T T")]
    [InlineData("false && false | true", "F F F")]
    [InlineData("true || true && false", "T T T")]
    [InlineData("nJet > 1 && MET_pt < 300", "T F F")]
    [InlineData("nJet > 1 & MET_pt < 300", "T F F")]
    [InlineData("nJet == 0 ? -1 : MET_pt", "100 -1 300")]
    [InlineData("nJet == 0 ? 1 : nJet == 2 ? 2 : 3", "3 1 2")]
    [InlineData("HLT_x.y", "T F T")]
    [InlineData("Jet_pt > 25 | HLT_x.y", "[T T T] [] [T T]")]
    [InlineData("Jet_pt[abs(Jet_eta) < 2.4]", "[50] [] [20 10]")]
    [InlineData("Jet_pt[abs(Jet_eta) <= 2.4000001]", "[50 40] [] [20 10]")]
    [InlineData("Jet_pt[Jet_id][0]", "50 - 20")]
    [InlineData("Jet_pt[-1]", "30 - 10")]
    [InlineData("Jet_pt[2] > 25", "T - -")]
    [InlineData("Jet_id[1]", "F - T")]
    [InlineData("fillnone(Jet_pt[0], 0) + 1", "51 1 21")]
    [InlineData("fillnone(Jet_pt[0] > 30, true)", "T T F")]
    [InlineData("hasvalue(Jet_pt[2])", "T F F")]
    [InlineData("Jet_pt[0] + MET_pt", "150 - 320")]
    [InlineData("Jet_pt[0] - Jet_pt[1]", "10 - 10")]
    [InlineData("MET_pt[nJet > 0]", "100 - 300")]
    [InlineData("Jet_pt[nJet > 2]", "[50 40 30] [] []")]
    [InlineData("Jet_pt / MET_pt", "[0.5 0.4 0.3] [] [0.0666667 0.0333333]")]
    [InlineData("sum(Jet_pt)", "120 0 30")]
    [InlineData("sum(Jet_pt > 25)", "3 0 0")]
    [InlineData("count(Jet_pt > 35)", "2 0 0")]
    [InlineData("count(Jet_pt)", "3 0 2")]
    [InlineData("max(Jet_pt)", "50 - 20")]
    [InlineData("mean(Jet_pt)", "40 NaN 15")]
    [InlineData("max(nJet, 2)", "3 2 2")]
    [InlineData("any(Jet_pt > 45)", "T F F")]
    [InlineData("all(Jet_pt > 25)", "T T F")]
    [InlineData("Jet_eta[argmax(Jet_pt)]", "[0.5] [] [-1]")]
    [InlineData("Jet_pt[argsort(Jet_eta)]", "[30 50 40] [] [10 20]")]
    [InlineData("sort(Jet_eta)", "[3 0.5 -2.4] [] [1 -1]")]
    [InlineData("where(Jet_pt > 35, 1, 0)", "[1 1 0] [] [0 0]")]
    [InlineData("Jet_id ? Jet_pt : -1", "[50 -1 30] [] [20 10]")]
    [InlineData("HLT_x.y ? Jet_pt : 0", "[50 40 30] [] [20 10]")]
    [InlineData("deltar(3, 4, 0, 4 + 2 * 3.141592653589793)", "3 3 3")]
    [InlineData("round(100 * deltaphi(3, -3))", "-28 -28 -28")]
    [InlineData("isnan(mean(Jet_pt))", "F T F")]
    [InlineData("min(Jet_pt, 35)", "[35 35 30] [] [20 10]")]
    public void Evaluate_Expression_Gives(string text, string expected) => Assert.Equal(expected, Table.Show(Expression.Parse(text).Evaluate(new Table())));

    [Theory]
    [InlineData("", "the expression is empty at 1")]
    [InlineData("1 +", "expected a value after '+', found the end at 4")]
    [InlineData("(nJet > 1", "expected ')' after '1', found the end at 10")]
    [InlineData("Jet_pt[0", "expected ']' after '0', found the end at 9")]
    [InlineData("nJet nJet", "expected an operator or the end after 'nJet', found 'nJet' at 6..9")]
    [InlineData("nJet ? 1", "expected ':' after '1', found the end at 9")]
    [InlineData("nJet = 4", "'=' does not compare, '==' does at 6")]
    [InlineData("nJet # 4", "unexpected character '#' at 6")]
    [InlineData("4x", "'x' does not belong to a number at 2")]
    [InlineData("1.2.3", "'.' does not belong to a number at 4")]
    [InlineData("sun(Jet_pt)", "unknown function \"sun\" at 1..3; nearest: sin, sum")]
    [InlineData("abs(1, 2)", "abs takes 1 arguments, not 2, at 1..9")]
    [InlineData("min()", "min takes 1 or 2 arguments, not 0, at 1..5")]
    public void Parse_Mistake_SaysWhere(string text, string expected)
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text));
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jet_ptt > 30", "unknown column \"Jet_ptt\" at 1..7; nearest: Jet_pt")]
    [InlineData("Jet_pt + Muon_pt", "cannot combine a list with another: event 0 has 3 values on the left and 1 on the right at 1..16")]
    [InlineData("1 + (Jet_pt[Muon_pt > 3])", "cannot combine a jagged column with a mask: event 0 has 3 values on the left and 1 on the right at 5..25")]
    [InlineData("nJet & true", "'&' needs yes or no, not a number per event; compare it with something, at 1..11")]
    [InlineData("!nJet", "'!' needs yes or no, not a number per event; compare it with something, at 1..5")]
    [InlineData("nJet[0]", "cannot pick objects from a number per event at 1..7")]
    [InlineData("Jet_pt[0.5]", "a position is whole number")]
    [InlineData("Jet_pt > Jet_pt[0]", "cannot combine a value that may be None with lists; fillnone(x, value) says what None means, at 1..18")]
    [InlineData("Jet_pt[Jet_pt[0] > 1]", "cannot select with answers that may be None; fillnone(x, false) says what None means, at 1..21")]
    [InlineData("sum(nJet)", "sum needs a list per event, not a number per event, at 1..9")]
    [InlineData("any(Jet_pt)", "any needs a list of answers per event, not a list of numbers per event, at 1..11")]
    [InlineData("nJet > 1 ? true : 3", "cannot choose between answers and numbers at 1..19")]
    [InlineData("Jet_pt[argmax(Muon_pt) + 3]", "position 3 in event 0, whose list has 3 elements at 1..27")]
    public void Evaluate_Mistake_SaysWhere(string text, string expected)
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text).Evaluate(new Table()));
        Assert.StartsWith(expected.Replace("is whole", "is a whole", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_AreKnownBeforeAnythingIsRead()
    {
        var expression = Expression.Parse("Jet_pt[abs(Jet_eta) < 2.4 && nJet > 2] / sum(Jet_pt) ? 1 : true");
        Assert.Equal(["Jet_pt", "Jet_eta", "nJet"], expression.Columns);
        expression.RequireColumns(["Jet_eta", "Jet_pt", "nJet"]);
        var error = Assert.Throws<ExpressionException>(() => expression.RequireColumns(["Jet_pt", "Jet_et", "nJet"]));
        Assert.Equal("unknown column \"Jet_eta\" at 12..18; nearest: Jet_et, Jet_pt", error.Message);
        Assert.Equal((12, 18), (error.Start, error.End));
    }

    [Fact]
    public void EvaluateMask_OnlyOfConditionsOnEvents()
    {
        Assert.Equal([true, false, true], Expression.Parse("nJet >= 2").EvaluateMask(new Table()).ToArray());
        Assert.Equal([true, false, false], Expression.Parse("Jet_pt[0] > 30").EvaluateMask(new Table()).ToArray());
        Assert.Equal([true, true, true], Expression.Parse("true").EvaluateMask(new Table()).ToArray());
        Assert.Equal("a condition is yes or no per event, this is a list of answers per event at 1..11; any(…) or all(…) makes it one per event",
            Assert.Throws<ExpressionException>(() => Expression.Parse("Jet_pt > 30").EvaluateMask(new Table())).Message);
        Assert.Equal("a condition is yes or no per event, this is a number per event at 1..4; compare it with something",
            Assert.Throws<ExpressionException>(() => Expression.Parse("nJet").EvaluateMask(new Table())).Message);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("abs(")]
    [InlineData("1 ** ")]
    [InlineData("1 ? ")]
    [InlineData("x[")]
    public void Parse_DeepNesting_IsAnErrorAndNoCrash(string opening) =>
        Assert.Throws<ExpressionException>(() => Expression.Parse(string.Concat(Enumerable.Repeat(opening, 100_000))));

    [Fact]
    public void Parse_LongChains_AreFineAndBounded()
    {
        Assert.Equal(1000, Expression.Parse(string.Join(" + ", Enumerable.Repeat("1", 1000))).Evaluate(new Table()).Numbers[0]);
        Assert.Throws<ExpressionException>(() => Expression.Parse(string.Join(" + ", Enumerable.Repeat("1", 100_000))));
    }
}
