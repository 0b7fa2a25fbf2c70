using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>The fields of an ntuple that is merged from several files: those of the first, or of all together. Fields are the same when they have the same
/// path, in whatever order a file has them.</summary>
/// <param name="path">Name of the ntuple, with directories.</param>
/// <param name="isUnion">Whether files may have different fields.</param>
internal sealed class MergedSchema(string path, bool isUnion)
{
    private readonly Dictionary<string, MergedField> _byPath = new(StringComparer.Ordinal);
    private readonly List<MergedField> _top = [];
    private readonly List<ExtraTypeInfoRecord> _extra = [];
    private string _firstFile = "";
    private int _files;

    /// <summary>Reads the description of an ntuple that is to be merged.</summary>
    /// <exception cref="SchemaException">It is of a kind that cannot be merged.</exception>
    public static NTuple Open(RootFile file, string path, KeyRecord key)
    {
        var ntuple = NTuple.Read(file, path, key);
        if (ntuple.AttributeSets.Count > 0) throw new SchemaException(file.Path, $"{path} has attribute sets, which cannot be merged");
        if (ntuple.Schema.Columns.Any(column => column.Representation > 0)) throw new SchemaException(file.Path, $"{path} has fields stored in several ways, which cannot be merged; convert the file first");
        return ntuple;
    }

    /// <summary>Whether a file lacks a field that another has.</summary>
    public bool Differs => _byPath.Values.Any(merged => merged.Files < _files);

    /// <summary>Fields that some files lack, without those inside such a field, and how many files lack them.</summary>
    public IReadOnlyDictionary<string, int> Missing => new SortedDictionary<string, int>(
        _byPath.Values.Where(merged => merged.Files < (merged.Parent?.Files ?? _files)).ToDictionary(merged => merged.Path, merged => _files - merged.Files), StringComparer.Ordinal);

    /// <summary>The columns in the order of the merged schema.</summary>
    public IEnumerable<ColumnRecord> Columns => isUnion ? Ordered().SelectMany(merged => merged.Columns) : _byPath.Values.SelectMany(merged => merged.Columns).OrderBy(column => column.Id);

    /// <summary>Path of the field that a column of the merged schema belongs to.</summary>
    public string PathOf(int column) => Ordered().SelectMany(merged => merged.Columns, (merged, _) => merged.Path).ElementAt(column);

    /// <summary>Adds the fields of a further file.</summary>
    /// <exception cref="SchemaException">They are not the same, or only look the same.</exception>
    public void Add(NTuple ntuple)
    {
        var isFirst = _files++ == 0;
        if (isFirst) _firstFile = ntuple.File.Path;
        if ((!isFirst || isUnion) && ntuple.Schema.Columns.FirstOrDefault(column => column.FirstElement > 0) is { } late)
            throw Refused(ntuple, $"{ntuple.Schema.Fields[late.FieldId].Name} was added after the first entries{(isUnion ? "" : ", which only the first file may have")}; convert this file first");
        Add(ntuple, PathsOf(ntuple), null, _top, ntuple.Fields, isFirst || isUnion);
        foreach (var extra in ntuple.Schema.ExtraTypeInfos)
            if (!_extra.Exists(known => known with { Content = default } == extra with { Content = default } && known.Content.Span.SequenceEqual(extra.Content.Span))) _extra.Add(extra);
    }

    /// <summary>The fields of all files as one schema.</summary>
    public SchemaRecord ToRecord()
    {
        var ordered = Ordered();
        for (var i = 0; i < ordered.Count; i++) ordered[i].Id = i;
        var columns = new List<ColumnRecord>();
        var firstColumns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in ordered)
        {
            firstColumns.Add(field.Path, columns.Count);
            foreach (var column in field.Columns) columns.Add(column with { Id = columns.Count, FieldId = field.Id });
        }
        var aliases = from field in ordered
                      where field.Source is not null
                      from shown in Enumerable.Range(firstColumns[field.Source!], _byPath[field.Source!].Columns.Count)
                      select new AliasColumnRecord(shown, field.Id);
        return new SchemaRecord(ordered.Select(field => field.First.Record with { ParentId = field.Parent?.Id ?? field.Id, SourceFieldId = field.Source is { } source ? _byPath[source].Id : -1 }), columns, aliases, _extra);
    }

    /// <summary>Where an ntuple that was added has each column.</summary>
    public IReadOnlyList<ColumnOrigin> OriginsIn(NTuple ntuple)
    {
        var origins = new Dictionary<ColumnRecord, ColumnOrigin>(ReferenceEqualityComparer.Instance);
        Find(_top, null, ntuple.Fields);
        return [.. Columns.Select(column => origins[column])];

        void Find(List<MergedField> merged, NTupleField? level, IReadOnlyList<NTupleField> fields)
        {
            var byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
            foreach (var field in merged)
            {
                if (!byName.TryGetValue(field.First.Name, out var mine))
                {
                    Fill(field, level, 1);
                    continue;
                }
                for (var i = 0; i < field.Columns.Count; i++) origins.Add(field.Columns[i], new ColumnOrigin(mine.Representations[0][i].Id, null, 0));
                Find(field.Children, mine, mine.Children);
            }
        }

        // Lists are empty, and so are the second columns of strings, which hold characters.
        void Fill(MergedField field, NTupleField? level, long items)
        {
            var elements = ColumnOrigin.Times(items, Math.Max(1, field.First.Record.ArraySize));
            if (field.Role is FieldRole.Streamer || field.Columns.Any(column => column.Encoding == ColumnEncoding.Real32Quant))
                throw Refused(ntuple, $"the field {field.Path} is missing, and one stored like that of {field.FirstFile} cannot be filled with 0");
            for (var i = 0; i < field.Columns.Count; i++) origins.Add(field.Columns[i], new ColumnOrigin(-1, level, i == 0 ? elements : 0));
            foreach (var child in field.Children) Fill(child, level, field.Role is FieldRole.Collection or FieldRole.Variant ? 0 : elements);
        }
    }

    private void Add(NTuple ntuple, string[] paths, MergedField? parent, List<MergedField> known, IReadOnlyList<NTupleField> fields, bool mayGrow)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var name = paths[field.Id];
            if (!met.Add(name)) throw Refused(ntuple, $"has two fields {name}, which cannot be merged");
            var source = field.IsProjected ? paths[field.Record.SourceFieldId] : null;
            if (_byPath.TryGetValue(name, out var merged))
            {
                Require(merged, field, source, ntuple);
                merged.Files++;
                Add(ntuple, paths, merged, merged.Children, field.Children, isUnion && merged.IsOpen);
                continue;
            }
            if (!mayGrow) throw Refused(ntuple, $"has a field {name}, which {parent?.FirstFile ?? _firstFile} has not{NearestNames.Hint(name, known.Select(other => other.Path))}{Union(parent)}");
            _byPath.Add(name, merged = new MergedField(name, parent, field, source, ntuple.File.Path));
            known.Add(merged);
            Add(ntuple, paths, merged, merged.Children, field.Children, mayGrow: true);
        }
        if (isUnion && (parent is null || parent.IsOpen)) return;
        if (known.Find(field => !met.Contains(field.Path)) is { } missing)
            throw Refused(ntuple, $"has no field {missing.Path}, which {missing.FirstFile} has{NearestNames.Hint(missing.Path, met)}{Union(parent)}");

        string Union(MergedField? level) => !isUnion && (level is null || level.IsOpen) ? "; --schema union fills what a file lacks with 0 or empty lists" : "";
    }

    private void Require(MergedField merged, NTupleField field, string? source, NTuple ntuple)
    {
        var (mine, theirs) = (merged.First.Record, field.Record);
        if (source != merged.Source) throw Refused(ntuple, $"field {merged.Path} {Shows(source)}, in {merged.FirstFile} it {Shows(merged.Source)}");
        if (Comparable(mine) != Comparable(theirs))
            throw Refused(ntuple, $"field {merged.Path} is {Describe(theirs)}, in {merged.FirstFile} {Describe(mine)}");
        var columns = field.IsProjected || field.Representations.Count == 0 ? [] : field.Representations[0];
        if (!merged.Columns.Select(ComparableColumn).SequenceEqual(columns.Select(ComparableColumn)))
            throw Refused(ntuple, $"{merged.Path} is stored in another way than in {merged.FirstFile}; convert the files to one form first");

        static FieldRecord Comparable(FieldRecord record) => record with { Description = "", ParentId = 0, SourceFieldId = 0 };
        static ColumnRecord ComparableColumn(ColumnRecord column) => column with { Id = 0, FieldId = 0, IsDeferred = false, FirstElement = 0 };
        static string Shows(string? source) => source is null ? "stores values" : $"shows {source}";
        static string Describe(FieldRecord record) => $"{(record.TypeName.Length > 0 ? record.TypeName : (FieldRole)record.Role)}{(record.ArraySize > 0 ? $" of {record.ArraySize}" : "")}{(record.TypeVersion > 0 ? $", version {record.TypeVersion}" : "")}";
    }

    // Level by level, as ROOT numbers fields.
    private List<MergedField> Ordered()
    {
        List<MergedField> ordered = [.. _top];
        for (var i = 0; i < ordered.Count; i++) ordered.AddRange(ordered[i].Children);
        return ordered;
    }

    private static string[] PathsOf(NTuple ntuple)
    {
        var paths = new string[ntuple.Schema.Fields.Count];
        Note("", ntuple.Fields);
        return paths;

        void Note(string prefix, IReadOnlyList<NTupleField> fields)
        {
            foreach (var field in fields)
            {
                paths[field.Id] = prefix + field.Name;
                Note($"{paths[field.Id]}.", field.Children);
            }
        }
    }

    private SchemaException Refused(NTuple ntuple, string reason) => new(ntuple.File.Path, $"{path} {reason}; leave it out with --skip {path}");
}
