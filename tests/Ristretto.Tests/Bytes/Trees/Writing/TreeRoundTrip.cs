using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees.Writing;

/// <summary>Reads a written tree with our own reader and compares it with what went in.</summary>
internal static class TreeRoundTrip
{
    internal static void RequireSame(TreeExample example, string path, string tree)
    {
        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        var read = file.GetTree(tree);
        Assert.Equal(example.Entries, read.Entries);
        Assert.Empty(read.Unread);
        Assert.Equal(example.Values.Keys, read.Branches.Select(branch => branch.Name));
        foreach (var branch in read.Branches)
        {
            using var reader = new BranchReader(branch, context);
            var counts = new int[example.Entries];
            if (branch.IsVariable) reader.ReadCounts(0, example.Entries, counts);
            var values = new byte[branch.IsVariable ? reader.ValueBytes(0, example.Entries) : example.Entries * branch.ElementSize * branch.FixedLength];
            reader.ReadValues(0, example.Entries, values);
            var expected = example.Values[branch.Name];
            Assert.Equal(expected.SelectMany(BytesOf), values);
            if (branch.IsVariable) Assert.Equal(expected.Select(value => BytesOf(value).Length / (branch.ElementSize * branch.FixedLength)), counts);
        }
    }

    private static byte[] BytesOf(object value) => value switch
    {
        string text => Encoding.UTF8.GetBytes(text),
        Array array => [.. array.Cast<object>().SelectMany(BytesOf)],
        bool v => [v ? (byte)1 : (byte)0],
        sbyte v => [unchecked((byte)v)],
        byte v => [v],
        short v => BitConverter.GetBytes(v),
        ushort v => BitConverter.GetBytes(v),
        int v => BitConverter.GetBytes(v),
        uint v => BitConverter.GetBytes(v),
        long v => BitConverter.GetBytes(v),
        ulong v => BitConverter.GetBytes(v),
        float v => BitConverter.GetBytes(v),
        double v => BitConverter.GetBytes(v),
        _ => throw new ArgumentException($"{value.GetType()}"),
    };
}
