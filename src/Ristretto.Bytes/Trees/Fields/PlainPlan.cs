using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Objects.Steps;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Trees.Fields;

/// <summary>Branches of plain numbers or strings, which have a reader of their own.</summary>
internal sealed class PlainPlan(Branch branch) : FieldPlan
{
    private readonly Lazy<Step> _shape = new(() => ArrayStep.Of(branch.Leaf.Dimensions, branch.LeafType == LeafType.String ? TextStep.Plain : NumberStep.Of(branch.LeafType)));

    public override ValueBuffer NewBuffer() => branch.Counter is null ? _shape.Value.NewBuffer() : new ListBuffer(_shape.Value.NewBuffer());

    public override FieldSource Open(DecodeContext context) => new Source(branch, context);

    private sealed class Source(Branch branch, DecodeContext context) : FieldSource
    {
        private readonly BranchReader _reader = new(branch, context);
        private int[] _counts = [];
        private byte[] _characters = [];

        public override void Read(long firstEntry, int entryCount, ValueBuffer target)
        {
            if (_counts.Length < entryCount) _counts = new int[entryCount];
            var counts = _counts.AsSpan(0, entryCount);
            if (branch.IsVariable) _reader.ReadCounts(firstEntry, entryCount, counts);
            var size = _reader.ValueBytes(firstEntry, entryCount);
            if (target is TextBuffer texts)
            {
                if (_characters.Length < size) _characters = new byte[size];
                var characters = _characters.AsSpan(0, size);
                _reader.ReadValues(firstEntry, entryCount, characters);
                foreach (var length in counts)
                {
                    texts.Append(characters[..length]);
                    characters = characters[length..];
                }
                return;
            }
            if (target is ListBuffer list)
            {
                foreach (var length in counts) list.Append(length);
                target = list.Items;
            }
            while (target is ArrayBuffer array) target = array.Items;
            _reader.ReadValues(firstEntry, entryCount, ((NumberBuffer)target).Append(size / branch.ElementSize));
        }

        public override IEnumerable<BranchReader> Readers => [_reader];

        public override void Dispose() => _reader.Dispose();
    }
}
