using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Expressions;

/// <summary>A computation with columns, written as text: <c>Jet_pt[abs(Jet_eta) &lt; 2.4]</c>, <c>nJet &gt;= 4 &amp;&amp; sum(Jet_pt) &gt; 300</c>. Read once,
/// evaluated for any number of batches of events; may be shared by threads.</summary>
/// <remarks><para>Operators, the tightest first: <c>x[…]</c>, <c>**</c>, <c>! -</c>, <c>* / %</c>, <c>+ -</c>, <c>&lt; &lt;= &gt; &gt;=</c>, <c>== !=</c>, <c>&amp;</c>, <c>^</c>, <c>|</c>,
/// <c>&amp;&amp;</c>, <c>||</c>, <c>?:</c>. All work value by value, <c>&amp;&amp;</c> and <c>||</c> too; one number per event meets every object of the event. Numbers are doubles.</para>
/// <para><c>x[mask]</c> keeps objects; with a mask of events the lists of the other events become empty and their single values None, so that
/// columns stay aligned. <c>x[0]</c> is the first object, <c>x[-1]</c> the last, None where the list is too short; <c>x[argmax(y)]</c> picks positions.
/// Answers count as 1 and 0 in arithmetic; a number is not an answer.</para>
/// <para>Functions of values: abs sqrt exp log log10 sin cos tan sinh cosh tanh asinh floor ceil round sign isnan isfinite; pow(x, y) atan2(y, x) hypot(x, y)
/// min(x, y) max(x, y) deltaphi(φ₁, φ₂) deltar(η₁, φ₁, η₂, φ₂) where(condition, yes, no). Of lists: sum prod mean min max first count any all argmin argmax, sort and
/// argsort from the largest to the smallest. Of what may be None: hasvalue(x), fillnone(x, value).</para></remarks>
public sealed class Expression
{
    private readonly Node _root;

    private Expression(string text, Node root)
    {
        (Text, _root) = (text, root);
        List<NameNode> names = [];
        Collect(root, names);
        Uses = names;
        Columns = [.. names.Select(n => n.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The names of the columns that it uses, in the order of first use: known before anything is read.</summary>
    public IReadOnlyList<string> Columns { get; }

    private List<NameNode> Uses { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ExpressionException">The text is not an expression, or names an unknown function; the message says where.</exception>
    public static Expression Parse(string text) => new(text, Parser.Parse(text));

    /// <summary>Throws unless all columns are among the known ones.</summary>
    /// <exception cref="ExpressionException">One is not; the message says where and which names are near.</exception>
    public void RequireColumns(IEnumerable<string> known)
    {
        var names = known.ToHashSet(StringComparer.Ordinal);
        foreach (var use in Uses) if (!names.Contains(use.Name)) throw Unknown(use, names);
    }

    /// <summary>The value for the events of <paramref name="columns"/>; never of the shape <see cref="ValueShape.Constant"/>.</summary>
    /// <exception cref="ExpressionException">A column is unknown, or operands do not fit; the message says where.</exception>
    public ExpressionValue Evaluate(IColumnResolver columns)
    {
        var value = Evaluator.Evaluate(_root, columns);
        if (value.Shape != ValueShape.Constant) return value;
        return value.IsAnswer ? ExpressionValue.Of(Mask.All(columns.Length, value.FlatAnswers[0]))
            : ExpressionValue.Of(Alignment.Fill(value.FlatNumbers[0], columns.Length, null));
    }

    /// <summary>Which events a condition selects. Events for which it gives None are not selected.</summary>
    /// <exception cref="ExpressionException">The expression is no condition on events.</exception>
    public Mask EvaluateMask(IColumnResolver columns)
    {
        var value = Evaluate(columns);
        if (value.IsAnswer && value.Shape == ValueShape.Events) return value.Answers;
        if (value.IsAnswer && value.Shape == ValueShape.OptionalEvents) return value.OptionalAnswers.FillNone(false);
        var remedy = value.IsAnswer ? "any(…) or all(…) makes it one per event" : "compare it with something";
        throw new ExpressionException($"a condition is yes or no per event, this is {value.Describe()}", _root.Start, _root.End, $"; {remedy}");
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static ExpressionException Unknown(NameNode name, IEnumerable<string> known) =>
        new($"unknown column \"{name.Name}\"", name.Start, name.End, NearestNames.Hint(name.Name, known));

    private static void Collect(Node node, List<NameNode> names)
    {
        switch (node)
        {
            case NameNode name: names.Add(name); break;
            case UnaryNode unary: Collect(unary.Operand, names); break;
            case BinaryNode binary: Collect(binary.Left, names); Collect(binary.Right, names); break;
            case ChoiceNode choice: Collect(choice.Condition, names); Collect(choice.Yes, names); Collect(choice.No, names); break;
            case CallNode call: foreach (var argument in call.Arguments) Collect(argument, names); break;
            case IndexNode index: Collect(index.Operand, names); Collect(index.Index, names); break;
        }
    }
}
