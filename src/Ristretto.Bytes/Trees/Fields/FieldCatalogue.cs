using Ristretto.Bytes.Files;
using Ristretto.Bytes.Objects.Classes;
using Ristretto.Bytes.Objects.Steps;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>Plans the reading of every terminal branch of a tree.</summary>
internal sealed class FieldCatalogue
{
    private readonly Tree _tree;
    private readonly TreeRecord _record;
    private readonly Dictionary<BranchRecord, Branch> _plain;
    private readonly List<TreeField> _fields = [];
    private readonly List<UnreadBranch> _unread = [];
    private readonly List<string> _empty = [];

    private FieldCatalogue(Tree tree, TreeRecord record)
    {
        (_tree, _record) = (tree, record);
        _plain = tree.Branches.ToDictionary(branch => branch.Record);
    }

    /// <summary>The fields in stored order, the branches that cannot be read, and those of classes without members.</summary>
    public static (IReadOnlyList<TreeField> Fields, IReadOnlyList<UnreadBranch> Unread, IReadOnlyList<string> Empty) Of(Tree tree, TreeRecord record)
    {
        var catalogue = new FieldCatalogue(tree, record);
        var taken = new Dictionary<string, int>(record.Terminal.Count, StringComparer.Ordinal);
        foreach (var terminal in record.Terminal) catalogue.Add(terminal, BranchCatalogue.Distinct(terminal.Path, taken));
        return (catalogue._fields, catalogue._unread, catalogue._empty);
    }

    private void Add(BranchRecord terminal, string name)
    {
        if (_plain.TryGetValue(terminal, out var plain))
        {
            _fields.Add(new TreeField(plain, "", new PlainPlan(plain)));
            return;
        }
        var className = ClassOf(terminal);
        if (terminal.FileName.Length > 0)
        {
            _unread.Add(new UnreadBranch(name, className, $"its baskets are in another file, {terminal.FileName}"));
            return;
        }
        var branch = Branch.Raw(_tree, name, terminal);
        if (Plan(terminal, branch, out var plan) is { } reason)
        {
            _unread.Add(new UnreadBranch(name, className, reason));
            return;
        }
        var field = new TreeField(branch, className, plan!);
        _unread.AddRange(field.Unread);
        if (field.Columns.Count > 0) _fields.Add(field);
        else if (field.Unread.Count == 0) _empty.Add(name);
    }

    private static string ClassOf(BranchRecord terminal) => terminal.Element?.ClassName ?? (terminal.ObjectClass.Length > 0 ? terminal.ObjectClass : "");

    private string? Plan(BranchRecord terminal, Branch branch, out FieldPlan? plan)
    {
        plan = null;
        return terminal.ClassName switch
        {
            "TBranch" => PlanLeaves(terminal, branch, out plan),
            "TBranchObject" => PlanObject(terminal, branch, out plan),
            "TBranchElement" when terminal.Element is { } element => PlanElement(terminal, element, branch, out plan),
            "TBranchElement" => "TBranchElement of a class version before 8 is not supported",
            "TBranchRef" => "it holds the table of references, no data",
            _ => $"branches of class {terminal.ClassName} are not supported",
        };
    }

    private string? PlanObject(BranchRecord terminal, Branch branch, out FieldPlan? plan)
    {
        Step? step = terminal.ObjectClass == "TClonesArray" ? Clones(branch) : null;
        step ??= _tree.File.Classes.Find(terminal.ObjectClass);
        plan = step is null ? null : new EntryPlan(branch, _tree.File.Classes, step, isNamed: true);
        return step is null ? $"the file does not describe the class {terminal.ObjectClass}" : null;
    }

    // Which class is in a TClonesArray only the entries say, and all say the same.
    private ClonesStep? Clones(Branch branch)
    {
        if (branch.Entries == 0 || _tree.File.Classes.Find("TClonesArray") is not { } any) return null;
        using var context = new Codecs.DecodeContext();
        using var source = new EntryPlan(branch, _tree.File.Classes, any, isNamed: true).Open(context);
        var values = any.NewBuffer();
        source.Read(0, 1, values);
        var text = new Objects.ObjectRecord("TClonesArray", values, 0).Get<string>("fClass");
        return _tree.File.Classes.ClonesStep(text) is { } clones ? new ClonesStep(clones) : null;
    }

    private string? PlanLeaves(BranchRecord terminal, Branch branch, out FieldPlan? plan)
    {
        plan = null;
        if (terminal.Leaves.Count == 0) return "it has no leaf";
        var leaves = new PlannedLeaf[terminal.Leaves.Count];
        for (var i = 0; i < leaves.Length; i++)
            if (PlanLeaf(terminal, terminal.Leaves[i], out leaves[i]) is { } reason) return reason;
        plan = new LeafListPlan(branch, leaves);
        return null;
    }

    private string? PlanLeaf(BranchRecord terminal, LeafRecord leaf, out PlannedLeaf planned)
    {
        planned = default;
        var title = _tree.TextAt(leaf.TitleAt);
        Step step;
        if (LeafTypes.Of(leaf.ClassName, leaf.IsUnsigned) is { } type) step = type == LeafType.String ? TextStep.Plain : NumberStep.Of(type);
        else if (leaf.ClassName is "TLeafF16") step = new PackedStep(LeafType.Float, PackedRange.Parse(title));
        else if (leaf.ClassName is "TLeafD32") step = new PackedStep(LeafType.Double, PackedRange.Parse(title));
        else return $"leaves of class {leaf.ClassName} are not supported";
        if (step is not TextStep)
        {
            if (leaf.Length < 1) return $"fLen of its leaf {leaf.Name} is {leaf.Length}";
            var dimensions = LeafShape.Parse(title, leaf.Length);
            // ROOT says the range of packed leaves where it says the dimensions of others, and then not those.
            step = step is PackedStep && dimensions.Count > 0 && !title.Contains($"[{dimensions[0]}]", StringComparison.Ordinal)
                ? new ArrayStep(leaf.Length, step) { IsDeclared = false }
                : ArrayStep.Of(dimensions, step);
        }
        var (counter, counterLeaf) = (default(Branch), -1);
        if (leaf.CounterKey != 0 && step is not TextStep)
        {
            if (!_record.LeavesByKey.TryGetValue(leaf.CounterKey, out var counted)) return $"the leaf that counts the elements of {leaf.Name} is not in the tree";
            counterLeaf = terminal.Leaves.IndexOf(counted);
            if (counterLeaf >= terminal.Leaves.IndexOf(leaf)) return $"the leaf {counted.Name} that counts the elements of {leaf.Name} comes behind it";
            if (counterLeaf < 0 && (counted.Owner is null || (counter = Counter(counted.Owner)) is null)) return $"the counter {counted.Name} of {leaf.Name} is not one integer per entry";
        }
        planned = new PlannedLeaf(leaf.Name, step, counter, counterLeaf);
        return null;
    }

    private string? PlanElement(BranchRecord terminal, ElementRecord element, Branch branch, out FieldPlan? plan)
    {
        plan = null;
        var classes = _tree.File.Classes;
        // The branch of a collection whose objects have no members: nothing but their number.
        if (element.Type is 3 or 4) return "its objects have no members, it holds only their number";
        if (element.Id < 0)
        {
            var step = Whole(element);
            if (step is OpaqueStep opaque) return opaque.Reason;
            plan = new EntryPlan(branch, classes, step, isNamed: false);
            return null;
        }
        if (classes.InfoOf(element.ClassName) is not { } info) return $"the file does not describe the class {element.ClassName}";
        var layout = info.WithChecksum(element.Checksum) ?? info.OfVersion(element.ClassVersion);
        if (element.Id >= layout.Elements.Count) return $"it holds member {element.Id} of {element.ClassName}, which has {layout.Elements.Count}";
        return PlanMember(terminal, element, layout.Elements[element.Id], branch, out plan);
    }

    private Step Whole(ElementRecord element)
    {
        var (classes, type) = (_tree.File.Classes, CppType.Parse(element.ClassName));
        if (element.ClassName == "TClonesArray" && element.ClonesName.Length > 0 && classes.Find(element.ClonesName) is ClassStep clones) return new ClonesStep(clones);
        if (type.Name == "string") return TextStep.Plain;
        var isDescribed = classes.InfoOf(element.ClassName) is not null && !type.IsCollection && !type.IsPair;
        var step = isDescribed
            ? classes.Find(element.ClassName, info => info.WithChecksum(element.Checksum) ?? info.OfVersion(element.ClassVersion))!
            : classes.OfType(type with { IsPointer = false }, hasHeader: true);
        // Type -1: the class writes itself, header and all. Type 0: only its members are there.
        return element.Type == 0 && step is ClassStep members ? new MembersStep(members) : step;
    }

    private string? PlanMember(BranchRecord terminal, ElementRecord element, StreamerElementRecord member, Branch branch, out FieldPlan? plan)
    {
        plan = null;
        var classes = _tree.File.Classes;
        var isCounted = member.Type is > 40 and < 60 or 501;
        var step = classes.OfElement(member, _ => [0]);
        if (step is OpaqueStep opaque) return opaque.Reason;
        // Members of objects in arrays of a fixed length: as many values for each.
        var length = terminal.Leaves.Count > 0 ? terminal.Leaves[0].Length : 1;
        var own = member.Dimensions.Aggregate(1L, (product, size) => product * size);
        if (length > own && length % own == 0 && !isCounted) step = ArrayStep.Of([(int)(length / own)], step);
        if (element.Type is not (31 or 41))
        {
            var counter = isCounted && _record.BranchesByKey.TryGetValue(element.CounterKey, out var counted) ? Counter(counted) : null;
            if (isCounted && counter is null) return $"its counter {member.CounterName} is not one integer per entry";
            plan = new EntryPlan(branch, classes, step, isNamed: false) { Counter = counter };
            return null;
        }
        if (!_record.BranchesByKey.TryGetValue(element.CounterKey, out var collection) || Counter(collection) is not { } lengths) return "the branch that counts its objects is not in the tree";
        FieldPlan? arrays = null;
        if (isCounted)
        {
            if (!_record.BranchesByKey.TryGetValue(element.SecondCounterKey, out var second) || second.Element is not { Type: 31 or 41, Id: >= 0 } secondElement
                || PlanElement(second, secondElement, Branch.Raw(_tree, second.Path, second), out arrays) is not null) return $"its counter {member.CounterName} is not in the tree";
        }
        plan = new MemberPlan(branch, classes, step, lengths) { ArrayLengths = arrays };
        return null;
    }

    /// <summary>A branch as one integer per entry; null when it is not that.</summary>
    private Branch? Counter(BranchRecord record)
    {
        if (_plain.TryGetValue(record, out var plain)) return plain.Counter is null && plain.FixedLength == 1 && LeafTypes.IsInteger(plain.LeafType) ? plain : null;
        var type = record.Element switch
        {
            null => default(LeafType?),
            { Type: 3 or 4 } => LeafType.Int32,
            { Type: 0, StreamerType: 1 } => LeafType.Int8,
            { Type: 0, StreamerType: 2 } => LeafType.Int16,
            { Type: 0, StreamerType: 3 or 6 } => LeafType.Int32,
            { Type: 0, StreamerType: 4 or 16 } => LeafType.Int64,
            { Type: 0, StreamerType: 11 } => LeafType.UInt8,
            { Type: 0, StreamerType: 12 } => LeafType.UInt16,
            { Type: 0, StreamerType: 13 or 15 } => LeafType.UInt32,
            { Type: 0, StreamerType: 14 or 17 } => LeafType.UInt64,
            _ => null,
        };
        return type is { } known ? Branch.Raw(_tree, record.Path, record, known) : null;
    }
}
