using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.Trees.Chains;

/// <summary>Reads ranges of entries of one branch over the files of a chain. Not thread-safe.</summary>
public sealed class ChainReader : IDisposable
{
    private readonly TreeChain _chain;
    private readonly string _name;
    private readonly bool _isOptional;
    private readonly DecodeContext _context = new();
    private readonly FieldReader _columns;
    private readonly string _shape;
    private int _file = -1;
    private FieldSource? _source;

    internal ChainReader(TreeChain chain, string name, bool isOptional)
    {
        (_chain, _name, _isOptional) = (chain, name, isOptional);
        Field = First();
        _columns = Field.Open(_context);
        _shape = _columns.Buffer.Shape;
    }

    /// <summary>The branch in the first file that has it.</summary>
    public TreeField Field { get; }

    /// <summary>The values of the last range.</summary>
    public FieldReader Columns => _columns;

    /// <summary>Reads a range of entries of the chain; what was read before is gone. The values are in <see cref="Columns"/>.</summary>
    /// <exception cref="SchemaException">A file lacks the branch and it is not optional, or has it with another type.</exception>
    /// <exception cref="RistrettoException">A file is missing or damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The chain has fewer entries.</exception>
    public void Read(long firstEntry, int entryCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entryCount);
        _columns.Buffer.Clear();
        var (entry, left) = (firstEntry, entryCount);
        while (left > 0)
        {
            var (file, local) = _chain.Locate(entry);
            var count = (int)Math.Min(left, _chain.TreeOf(file).Entries - local);
            MoveTo(file);
            if (_source is null) _columns.Buffer.AppendDefault(count);
            else _source.Read(local, count, _columns.Buffer);
            (entry, left) = (entry + count, left - count);
        }
    }

    /// <summary>Returns the buffers; the chain stays open.</summary>
    public void Dispose()
    {
        _source?.Dispose();
        _columns.Dispose();
        _context.Dispose();
    }

    private TreeField First()
    {
        for (var i = 0; i < _chain.Files.Count; i++)
            if (!_isOptional || _chain.TreeOf(i).Fields.Any(field => field.Name == _name)) return _chain.TreeOf(i).GetField(_name);
        throw new SchemaException(_chain.Files[0], $"no tree of the chain has a branch {_name}");
    }

    private void MoveTo(int file)
    {
        if (file == _file) return;
        _source?.Dispose();
        _source = null;
        var tree = _chain.TreeOf(file);
        var field = _isOptional ? tree.Fields.FirstOrDefault(field => field.Name == Field.Name) : tree.GetField(Field.Name);
        if (field is not null && field.NewBuffer().Shape is var shape && shape != _shape)
            throw new SchemaException(tree.File.Path, $"{tree.Path}/{_name} is {string.Join(", ", field.Columns.Select(column => column.Type))}, in {Field.Tree.File.Path} it is {string.Join(", ", Field.Columns.Select(column => column.Type))}");
        _source = field?.Plan.Open(_context);
        _file = file;
    }
}
