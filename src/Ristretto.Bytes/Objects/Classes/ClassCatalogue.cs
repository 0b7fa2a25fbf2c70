using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects.Steps;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>The classes that a file describes, and those that every reader knows, with their decoding programs: each is compiled once. Safe for several threads.</summary>
internal sealed class ClassCatalogue
{
    private const int LargestPlan = 1 << 15;

    private readonly Dictionary<string, ClassInfo> _infos = new(StringComparer.Ordinal);
    private readonly Dictionary<StreamerInfoRecord, ClassPlan> _plans = [];
    private readonly Dictionary<string, Step?> _special = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compiling = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly StepFactory _factory;

    /// <summary>The classes of a file; what it does not describe is taken from the built-in ones.</summary>
    public ClassCatalogue(IEnumerable<StreamerInfoRecord> stored)
    {
        _factory = new StepFactory(this);
        foreach (var info in stored) Add(info);
        foreach (var info in BuiltInClasses.All)
            if (!_infos.TryGetValue(info.ClassName, out var known) || known.Versions.All(version => version.Version != info.Version)) Add(info);
    }

    /// <summary>What is known of a class; null when it is not described.</summary>
    public ClassInfo? InfoOf(string className) => _infos.GetValueOrDefault(CppType.Normalize(className));

    /// <summary>Reads objects of a class; of the version that stands in front of the first of them. Null for a class that is not described.</summary>
    public Step? StepFor(string className, ref BigEndianReader reader)
    {
        lock (_lock)
        {
            var name = CppType.Normalize(className);
            if (Special(name) is { } special) return special;
            var ahead = reader;
            if (!_infos.TryGetValue(name, out var info))
            {
                // Under a key, containers and strings stand without a header; in old files with one.
                const uint byteCountBit = 0x4000_0000;
                var hasHeader = ahead.Remaining >= 4 && ahead.PeekUInt32() == (byteCountBit | (uint)(ahead.Remaining - 4));
                return _factory.OfCollection(CppType.Parse(name), hasHeader);
            }
            return new ClassStep(this, info, PlanOf(ClassHeader.Read(ref ahead, info).Info));
        }
    }

    /// <summary>Reads objects of a class in its highest version; null for a class that is not described.</summary>
    public Step? Find(string className) => Find(className, null);

    /// <summary>Reads objects of a class in the version that <paramref name="choose"/> picks, the highest for null; null for a class that is not described.</summary>
    public Step? Find(string className, Func<ClassInfo, StreamerInfoRecord>? choose)
    {
        lock (_lock)
        {
            var name = CppType.Normalize(className);
            if (Special(name) is { } special) return special;
            if (!_infos.TryGetValue(name, out var info)) return null;
            // A class that contains itself: its objects are read one by one, or programs would have no end.
            // So are those of classes nested very deep.
            return _compiling.Contains(name) || _compiling.Count >= StreamScope.LargestDepth ? new BoxedStep(name) : new ClassStep(this, info, PlanOf(choose is null ? info.Latest : choose(info)));
        }
    }

    /// <summary>Reads values of a type as it stands inside a class.</summary>
    public Step OfType(CppType type, bool hasHeader)
    {
        lock (_lock) return _factory.OfType(type, hasHeader);
    }

    /// <summary>Reads one member or base class.</summary>
    public Step OfElement(StreamerElementRecord element, Func<string, int[]?> counter)
    {
        lock (_lock) return _factory.OfElement(element, counter);
    }

    /// <summary>Reads the objects of a TClonesArray, which names their class as <c>Class;version</c>; null when it is not described.</summary>
    public ClassStep? ClonesStep(string text)
    {
        var at = text.LastIndexOf(';');
        var (name, version) = (at < 0 ? text : text[..at], at >= 0 && int.TryParse(text.AsSpan(at + 1), out var number) ? number : -1);
        return Find(name, info => version < 0 ? info.Latest : info.OfVersion(version)) as ClassStep;
    }

    /// <summary>The layout that a TClonesArray names as <c>Class;version</c>; null when it is of another class.</summary>
    public StreamerInfoRecord? ClonesLayout(string text, string className)
    {
        var at = text.LastIndexOf(';');
        var name = at < 0 ? text : text[..at];
        if (CppType.Normalize(name) != CppType.Normalize(className) || InfoOf(name) is not { } info) return null;
        return at >= 0 && int.TryParse(text.AsSpan(at + 1), out var version) ? info.OfVersion(version) : info.Latest;
    }

    /// <summary>The decoding program of a layout.</summary>
    public ClassPlan PlanOf(StreamerInfoRecord info)
    {
        lock (_lock)
        {
            if (_plans.TryGetValue(info, out var plan)) return plan;
            var name = CppType.Normalize(info.ClassName);
            var isOutermost = _compiling.Add(name);
            try
            {
                plan = _factory.Compile(info);
            }
            finally
            {
                if (isOutermost) _compiling.Remove(name);
            }
            if (plan.Size > LargestPlan) plan = new ClassPlan(info.ClassName, info.Version, [new("members", false, new OpaqueStep(info.ClassName, "the class has too many members"))]);
            return _plans[info] = plan;
        }
    }

    private Step? Special(string name)
    {
        if (_special.TryGetValue(name, out var step)) return step;
        return _special[name] = StepFactory.Special(name) ?? RawStep.Of(name, this) ?? _factory.Matrix(name);
    }

    private void Add(StreamerInfoRecord info)
    {
        if (info.ClassName is "TBasket") return;                  // its streamer is its own
        var name = CppType.Normalize(info.ClassName);
        if (!_infos.TryGetValue(name, out var known)) _infos[name] = known = new ClassInfo(name);
        known.Add(info);
    }
}
