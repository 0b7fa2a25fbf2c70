using System.Numerics;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>TParameter: the values are added, or what the parameter's bits ask for: product, largest, smallest, first, last.</summary>
internal sealed class ParameterMerge : KeptObject
{
    private const uint Multiply = 1 << 16, Largest = 1 << 17, Smallest = 1 << 18, First = 1 << 19, Last = 1 << 20;

    private readonly uint _bits;
    private readonly int _valueAt;
    private byte[] _value;

    public ParameterMerge(string path, RootFile file, KeyRecord key, MergeTarget target) : base(path, file, key, target) =>
        (_bits, _valueAt, _value) = Read(Payload, file, key);

    /// <summary>Whether objects of this class are parameters.</summary>
    public static bool Reads(string className) => className is "TParameter<double>" or "TParameter<float>" or "TParameter<int>" or "TParameter<Long64_t>" or "TParameter<long>" or "TParameter<bool>";

    public override string Describe() => (_bits & (Multiply | Largest | Smallest | First | Last)) switch
    {
        Multiply => "product",
        Largest => "largest",
        Smallest => "smallest",
        First => "first",
        Last => "last",
        _ => Key.ClassName == "TParameter<bool>" ? "true if it is in one" : "sum",
    };

    public override void Add(RootFile file, KeyRecord other)
    {
        RequireClass(file, other);
        var value = Read(file.ReadPayload(other), file, other).Value;
        if ((_bits & First) != 0) return;
        if ((_bits & Last) != 0) _value = value;
        else _value = Combine(file, value);
    }

    public override void Write() => Write(patch => patch.Replace(_valueAt, _value.Length, _value));

    private byte[] Combine(RootFile file, byte[] value)
    {
        var writer = new ObjectWriter();
        var mine = ReaderOf(file, _value);
        var theirs = ReaderOf(file, value);
        try
        {
            switch (Key.ClassName)
            {
                case "TParameter<double>": writer.Double(Join(mine.ReadDouble(), theirs.ReadDouble())); break;
                case "TParameter<float>": writer.Float(Join(BitConverter.Int32BitsToSingle(mine.ReadInt32()), BitConverter.Int32BitsToSingle(theirs.ReadInt32()))); break;
                case "TParameter<int>": writer.Int32(Join(mine.ReadInt32(), theirs.ReadInt32())); break;
                case "TParameter<bool>":
                    var (a, b) = (mine.ReadByte() != 0, theirs.ReadByte() != 0);
                    writer.Bool((_bits & (Multiply | Smallest)) != 0 ? a && b : a || b);
                    break;
                default: writer.Int64(Join(mine.ReadInt64(), theirs.ReadInt64())); break;
            }
        }
        catch (OverflowException)
        {
            throw new Errors.SchemaException(file.Path, $"{Path}: the merged value does not fit into a {Key.ClassName}; leave it out with --skip {Path}");
        }
        return writer.Bytes.ToArray();
    }

    private T Join<T>(T a, T b) where T : INumber<T> => (_bits & (Multiply | Largest | Smallest)) switch
    {
        Multiply => checked(a * b),
        Largest => T.Max(a, b),
        Smallest => T.Min(a, b),
        _ => checked(a + b),
    };

    private BigEndianReader ReaderOf(RootFile file, byte[] value) => new(value, file.Origin(Path, Key));

    private (uint Bits, int At, byte[] Value) Read(byte[] payload, RootFile file, KeyRecord key)
    {
        var reader = new BigEndianReader(payload, file.Origin(Path, key));
        ObjectHeader.Read(ref reader);
        var bits = Streamed.ReadObjectBits(ref reader);
        reader.ReadStringBytes();
        var width = key.ClassName switch { "TParameter<bool>" => 1, "TParameter<int>" or "TParameter<float>" => 4, _ => 8 };
        var at = reader.Position;
        return (bits, at, reader.ReadBytes(width).ToArray());
    }
}
