namespace Ristretto.Columns.Expressions;

/// <summary>A part of a parsed expression with its place in the text.</summary>
internal abstract record Node(int Start, int End);

/// <summary>A number, or true and false.</summary>
internal sealed record ConstantNode(double Number, bool IsAnswer, int Start, int End) : Node(Start, End);

/// <summary>The name of a column.</summary>
internal sealed record NameNode(string Name, int Start, int End) : Node(Start, End);

/// <summary>An operator before its operand: '!' or '-'.</summary>
internal sealed record UnaryNode(string Operator, Node Operand, int Start, int End) : Node(Start, End);

/// <summary>An operator between two operands.</summary>
internal sealed record BinaryNode(string Operator, Node Left, Node Right, int Start, int End) : Node(Start, End);

/// <summary>condition ? yes : no.</summary>
internal sealed record ChoiceNode(Node Condition, Node Yes, Node No, int Start, int End) : Node(Start, End);

/// <summary>function(arguments).</summary>
internal sealed record CallNode(Function Function, Node[] Arguments, int Start, int End) : Node(Start, End);

/// <summary>operand[index].</summary>
internal sealed record IndexNode(Node Operand, Node Index, int Start, int End) : Node(Start, End);
