using Ristretto.Bytes.Files;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>Makes the steps of decoding programs from streamer elements and from types.</summary>
internal sealed class StepFactory(ClassCatalogue classes)
{
    private const int ArrayCode = 20, PointerCode = 40, ConvertCode = 200;
    private const long LargestArray = 1 << 24;
    private int _depth;

    /// <summary>The program of a class layout.</summary>
    public ClassPlan Compile(StreamerInfoRecord info)
    {
        var members = new List<PlannedMember>(info.Elements.Count);
        foreach (var element in info.Elements)
        {
            var isBase = element.ElementClass is "TStreamerBase";
            var step = OfElement(element, name => new ClassPlan(info.ClassName, info.Version, [.. members]).Find(name));
            members.Add(new PlannedMember(isBase && step is NumberArrayStep ? "fArray" : element.Name, isBase && step is not NumberArrayStep, step, isBase && element.Type == 0 && step is ClassStep));
        }
        return new ClassPlan(info.ClassName, info.Version, [.. members]);
    }

    /// <summary>The step of a base class or a member.</summary>
    /// <param name="element">The streamer element.</param>
    /// <param name="counter">Finds the place of a counter by its name.</param>
    public Step OfElement(StreamerElementRecord element, Func<string, int[]?> counter)
    {
        var code = element.Type >= ConvertCode && element.Type < 300 ? element.Type - ConvertCode : element.Type;
        if (element.Dimensions.Aggregate(1L, (product, size) => product > LargestArray ? product : product * size) > LargestArray)
            return new OpaqueStep(element.TypeName, $"{element.Name} has too many elements");
        if (element.ElementClass is "TStreamerBase") return OfClass(element.Name, info => Base(info, element.BaseVersion));
        switch (code)
        {
            case > PointerCode and < PointerCode + 20:
                if (counter(element.CounterName) is not { } place) return new OpaqueStep(element.TypeName, $"its length {element.CounterName} is not a member");
                return ArrayStep.Of(element.Dimensions, new CountedArrayStep(place, Basic(code - PointerCode, element), hasHeader: false));
            case > ArrayCode and < ArrayCode + 20:
                return ArrayStep.Of(element.Dimensions, Basic(code - ArrayCode, element));
            case 0:
                return OfClass(element.Name, null);
            case > 0 and < ArrayCode:
                return ArrayStep.Of(element.Dimensions, Basic(code, element));
        }
        // Objects, and arrays of objects.
        if (code is > 60 + ArrayCode and < 100 or > 300 + ArrayCode and < 400 && code != 365) code -= ArrayCode;
        return code switch
        {
            61 or 62 => ArrayStep.Of(element.Dimensions, OfMember(element)),
            63 or 68 => ArrayStep.Of(element.Dimensions, OfClass(element.TypeName.TrimEnd('*', ' '), null)),
            64 or 69 or 70 => ArrayStep.Of(element.Dimensions, PointerStep.Instance),
            65 => ArrayStep.Of(element.Dimensions, TextStep.Plain),
            66 => ArrayStep.Of(element.Dimensions, new ObjectBaseStep("TObject")),
            67 => ArrayStep.Of(element.Dimensions, OfClass("TNamed", null)),
            365 => Headed(element, TextStep.Headed),
            300 or 500 => OfStl(element),
            501 => OfLoop(element, counter),
            _ => new OpaqueStep(element.TypeName, $"the type code {element.Type} of {element.Name} is not known"),
        };
    }

    /// <summary>The step of a type as it stands in a container or as a branch.</summary>
    public Step OfType(CppType type, bool hasHeader)
    {
        if (type.IsPointer) return PointerStep.Instance;
        if (type.Number is { } number) return NumberStep.Of(number);
        if (type.Arguments.Count == 0)
        {
            switch (type.Name)
            {
                case "string": return hasHeader ? TextStep.Headed : TextStep.Plain;
                case "TString": return TextStep.Plain;
                case "Double32_t": return new PackedStep(LeafType.Double, default);
                case "Float16_t": return new PackedStep(LeafType.Float, default);
            }
        }
        if (OfCollection(type, hasHeader) is { } collection) return collection;
        if (type.Name == "array" && type.Arguments.Count == 2 && int.TryParse(type.Arguments[1].Name, out var length) && length > 0)
            return new ArrayStep(length, OfType(type.Arguments[0], hasHeader));
        if (type.IsPair) return OfMemberPair(type);
        if (type.Name == "atomic" && type.Arguments.Count == 1) return OfType(type.Arguments[0], hasHeader);
        if (type.Name == "unique_ptr") return PointerStep.Instance;
        return OfClass(type.ToString(), null);
    }

    /// <summary>The step of a container of the standard library; null for other types.</summary>
    public Step? OfCollection(CppType type, bool hasHeader)
    {
        if (_depth > 32) return new OpaqueStep(type.ToString(), "the type is nested too deep");
        _depth++;
        try
        {
            if (type is { IsPointer: false, Name: "string", Arguments.Count: 0 }) return hasHeader ? TextStep.Headed : TextStep.Plain;
            if (type.Name == "bitset" && !type.IsPointer) return new ListStep(type.ToString(), NumberStep.Of(LeafType.Bool), null, hasHeader);
            if (type.IsSequence)
            {
                var item = type.Arguments[0].IsPair ? OfPair(type.Arguments[0], "_0", "_1") : OfType(type.Arguments[0], hasHeader: false);
                if (item is OpaqueStep opaque) return new OpaqueStep(type.ToString(), opaque.Reason);
                return new ListStep(type.ToString(), item, MembersOf(type.Arguments[0], item, "_0", "_1"), hasHeader);
            }
            if (!type.IsMap) return null;
            var pair = new CppType("pair", type.Arguments, false);
            return new ListStep(type.ToString(), OfPair(pair, "key", "value"), MembersOf(pair, null, "key", "value"), hasHeader);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The step of a class whose streamer is its own and whose layout is always the same; null for others.</summary>
    public static Step? Special(string className) => className switch
    {
        "TObject" => new ObjectBaseStep(className),
        "TRef" => new ReferenceStep(),
        "TString" => TextStep.Plain,
        "TQObject" => new NothingStep(className),
        _ => CollectionStep.Of(className) ?? (Step?)NumberArrayStep.Of(className),
    };

    /// <summary>The step of a symmetric matrix; null for others.</summary>
    public Step? Matrix(string className)
    {
        if (!className.StartsWith("TMatrixTSym<", StringComparison.Ordinal)) return null;
        var type = CppType.Parse(className).Arguments[0];
        return type.Number is { } number && classes.Find($"TMatrixTBase<{type}>") is { } matrix ? new SymmetricMatrixStep(className, matrix, number) : null;
    }

    private Step OfClass(string className, Func<ClassInfo, StreamerInfoRecord>? choose) =>
        classes.Find(className, choose) ?? OfCollection(CppType.Parse(className), hasHeader: true) ?? new OpaqueStep(className, $"the file does not describe the class {className}");

    private static StreamerInfoRecord Base(ClassInfo info, int version) => info.OfVersion(version);

    private Step OfMember(StreamerElementRecord element)
    {
        var type = CppType.Parse(element.TypeName);
        return type.IsCollection || type.Name == "array" ? OfType(type, hasHeader: true) : OfClass(type.ToString(), null);
    }

    private Step OfStl(StreamerElementRecord element)
    {
        var type = CppType.Parse(element.TypeName);
        if (type is { IsPointer: true }) type = type with { IsPointer = false };
        if (type is { Name: "string", Arguments.Count: 0 }) return Headed(element, TextStep.Headed);
        if (OfCollection(type, hasHeader: false) is not { } items)
            return element.ElementClass is "TStreamerSTL" or "TStreamerSTLstring" ? new OpaqueStep(element.TypeName, $"the type {element.TypeName} is not known") : ArrayStep.Of(element.Dimensions, OfClass(type.ToString(), null));
        return items is ListStep list ? Headed(element, list) : items;
    }

    // A header stands in front of the whole array, not of each of its containers.
    private static Step Headed(StreamerElementRecord element, Step single)
    {
        if (single is ListStep list) return new HeadedStep(element.TypeName, element.Dimensions, list);
        return element.Dimensions.Count == 0 ? single : new HeadedStep(element.TypeName, element.Dimensions, TextStep.Plain);
    }

    private Step OfLoop(StreamerElementRecord element, Func<string, int[]?> counter)
    {
        if (counter(element.CounterName) is not { } place) return new OpaqueStep(element.TypeName, $"its length {element.CounterName} is not a member");
        var item = element.TypeName.Count(letter => letter == '*') > 1 ? PointerStep.Instance : OfType(CppType.Parse(element.TypeName.TrimEnd('*', ' ')), hasHeader: true);
        return new CountedArrayStep(place, item, hasHeader: true);
    }

    private Step OfPair(CppType pair, string first, string second)
    {
        var (a, b) = (OfType(pair.Arguments[0], hasHeader: false), OfType(pair.Arguments[1], hasHeader: false));
        if (a is OpaqueStep || b is OpaqueStep) return a as OpaqueStep ?? (OpaqueStep)b;
        return new PairStep(PairPlan(pair, first, second), a, b);
    }

    // A pair of its own has a header with a checksum, which nothing needs: its type says all.
    private Step OfMemberPair(CppType pair)
    {
        var item = OfPair(pair, "_0", "_1");
        return item is OpaqueStep ? item : MembersOf(pair, null, "_0", "_1")!;
    }

    private ClassPlan PairPlan(CppType pair, string first, string second) => new(pair.ToString(), 1,
        [new(first, false, OfType(pair.Arguments[0], hasHeader: true)), new(second, false, OfType(pair.Arguments[1], hasHeader: true))]);

    // What reads the items of a container that is stored member by member.
    private ClassStep? MembersOf(CppType type, Step? item, string first, string second)
    {
        if (item is ClassStep step) return step;
        if (!type.IsPair) return null;
        var info = new ClassInfo(type.ToString());
        info.Add(new StreamerInfoRecord(info.Name, 1, 0, []));
        return new ClassStep(classes, info, PairPlan(type, first, second));
    }

    private static Step Basic(int code, StreamerElementRecord element) => code switch
    {
        6 => NumberStep.Of(LeafType.UInt32),                      // counters are never negative; ROOT writes int for them all
        1 or 10 => NumberStep.Of(LeafType.Int8),
        2 => NumberStep.Of(LeafType.Int16),
        3 => NumberStep.Of(LeafType.Int32),
        4 or 16 => NumberStep.Of(LeafType.Int64),
        5 => NumberStep.Of(LeafType.Float),
        7 => TextStep.Long,
        8 => NumberStep.Of(LeafType.Double),
        9 => new PackedStep(LeafType.Double, PackedRange.Parse(element.Title)),
        11 => NumberStep.Of(LeafType.UInt8),
        12 => NumberStep.Of(LeafType.UInt16),
        13 => NumberStep.Of(LeafType.UInt32),
        15 => BitsStep.Instance,
        14 or 17 => NumberStep.Of(LeafType.UInt64),
        18 => NumberStep.Of(LeafType.Bool),
        19 => new PackedStep(LeafType.Float, PackedRange.Parse(element.Title)),
        _ => new OpaqueStep(element.TypeName, $"the type code {element.Type} of {element.Name} is not known"),
    };
}
