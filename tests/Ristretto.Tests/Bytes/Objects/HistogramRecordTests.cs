using System.Buffers.Binary;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Objects.Classes;

namespace Ristretto.Tests.Bytes.Objects;

public class HistogramRecordTests
{
    [Theory]
    [InlineData("TH1D", 1)]
    [InlineData("TH1F", 1)]
    [InlineData("TH2D", 2)]
    [InlineData("TH2F", 2)]
    [InlineData("TH3D", 3)]
    [InlineData("TH3F", 3)]
    public void Decode_EncodedHistogram_GivesItBack(string className, int dimensions)
    {
        var histogram = Example(className, dimensions);

        var back = Decode(histogram.Class, Encode(histogram));

        Assert.Equal((histogram.Class, histogram.Name, histogram.Title, histogram.Entries), (back.Class, back.Name, back.Title, back.Entries));
        Assert.Equal(histogram.Contents, back.Contents);
        Assert.Equal(histogram.SumW2, back.SumW2);
        Assert.Equal(histogram.Statistics, back.Statistics);
        Assert.Equal(dimensions, back.Axes.Count);
        for (var i = 0; i < dimensions; i++)
        {
            var (expected, axis) = (histogram.Axes[i], back.Axes[i]);
            Assert.Equal((expected.Name, expected.Title, expected.Bins, expected.Low, expected.High), (axis.Name, axis.Title, axis.Bins, axis.Low, axis.High));
            Assert.Equal(expected.Edges, axis.Edges);
            Assert.Equal(expected.Labels, axis.Labels);
        }
    }

    /// <summary>ROOT gives them class version 0 and writes no checksum, as hl of hists.root has it: 40 00 02 3e, 00 00, and at once the header of TH1. Others may
    /// write the checksum that goes with version 0 elsewhere, or no byte count.</summary>
    [Theory]
    [InlineData("TH1L", 1)]
    [InlineData("TH2L", 2)]
    [InlineData("TH3L", 3)]
    public void Decode_ClassVersion0_WithAndWithoutChecksumAndByteCount(string className, int dimensions)
    {
        var example = Example(className, dimensions);
        var histogram = example with { Contents = [.. example.Contents.Select(value => 2 * value)] };
        var bytes = Encode(histogram);
        Assert.Equal([0x40, 0, 0, 0x40], new[] { bytes[0], bytes[4], bytes[5], bytes[6] });
        byte[] withChecksum = [.. bytes[..6], 0xe7, 0x61, 0x89, 0x79, .. bytes[6..]];
        BinaryPrimitives.WriteUInt32BigEndian(withChecksum, BinaryPrimitives.ReadUInt32BigEndian(bytes) + 4);

        Assert.All([bytes, withChecksum, bytes[4..]], form => Assert.Equal(histogram.Contents, Decode(className, form).Contents));
        Assert.All([bytes, withChecksum], form => Assert.Equal(histogram.Contents, ReadObject(className, form).GetArray<double>("fArray")));
    }

    [Fact]
    public void Encode_Attributes_AreTheBytesOfRoot()
    {
        var bytes = Convert.ToHexString(Encode(Example("TH1D", 1)));

        // TAttLine, TAttFill, TAttMarker with ROOT's defaults, one after the other.
        Assert.Contains("400000080002025A00010001" + "400000060002000003E9" + "4000000A0002000100013F800000", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_TruncatedAnywhere_IsAFormatError()
    {
        var bytes = Encode(Example("TH2D", 2));
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<RootFormatException>(() => Decode("TH2D", bytes[..length]));
            Assert.StartsWith("test.root: dir/h: ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_AnyByteFlipped_IsAFormatErrorOrAnotherHistogram()
    {
        var bytes = Encode(Example("TH1D", 1));
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var mask in (byte[])[0x01, 0x40, 0x80, 0xFF])
            {
                var broken = bytes.ToArray();
                broken[i] ^= mask;
                try { Decode("TH1D", broken); }
                catch (RootFormatException) { }
            }
        }
    }

    [Fact]
    public void Decode_OtherClass_SaysSo() =>
        Assert.Contains("TTree", Assert.Throws<RootFormatException>(() => Decode("TTree", [])).Message, StringComparison.Ordinal);

    private static byte[] Encode(HistogramRecord histogram)
    {
        var writer = new ObjectWriter();
        HistogramEncoder.Encode(histogram, writer);
        return writer.Bytes.ToArray();
    }

    private static HistogramRecord Decode(string className, byte[] bytes) => HistogramRecord.Decode(className, bytes, 60, new RecordOrigin("test.root", "dir/h", 500));

    private static ObjectRecord ReadObject(string className, byte[] bytes)
    {
        var reader = new BigEndianReader(bytes, new RecordOrigin("test.root", "dir/h", 500));
        return new StreamScope(new ClassCatalogue([]), 60).ReadObject(ref reader, className, 0, bytes.Length);
    }

    private static HistogramRecord Example(string className, int dimensions)
    {
        AxisRecord[] axes =
        [
            new() { Name = "xaxis", Title = "p_{T} [GeV]", Bins = 3, Low = -1, High = 2 },
            new() { Name = "yaxis", Title = new string('y', 300), Bins = 2, Low = 0, High = 5, Edges = [0, 1, 5] },
            new() { Name = "zaxis", Title = "ζ", Bins = 2, Low = 0, High = 2, Labels = ["SR", "größer"] },
        ];
        var cells = axes.Take(dimensions).Aggregate(1, (product, axis) => product * (axis.Bins + 2));
        return new HistogramRecord
        {
            Class = className,
            Name = "h",
            Title = "a title",
            Axes = axes[..dimensions],
            Entries = 17,
            Contents = [.. Enumerable.Range(0, cells).Select(i => i * 0.5)],
            SumW2 = [.. Enumerable.Range(0, cells).Select(i => i / 3.0)],
            Statistics = [.. HistogramEncoder.StatisticsOf(dimensions).Select((name, i) => KeyValuePair.Create(name, i + 0.1))],
        };
    }
}
