using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>The .NET type behind a leaf type.</summary>
internal static class LeafTypeSwitch
{
    /// <summary>Calls what is made for the type.</summary>
    internal static TResult Make<TResult>(LeafType type, IMaker<TResult> maker) => type switch
    {
        LeafType.Bool => maker.Make<bool>(),
        LeafType.Int8 => maker.Make<sbyte>(),
        LeafType.UInt8 => maker.Make<byte>(),
        LeafType.Int16 => maker.Make<short>(),
        LeafType.UInt16 => maker.Make<ushort>(),
        LeafType.Int32 => maker.Make<int>(),
        LeafType.UInt32 => maker.Make<uint>(),
        LeafType.Int64 => maker.Make<long>(),
        LeafType.UInt64 => maker.Make<ulong>(),
        LeafType.Float => maker.Make<float>(),
        _ => maker.Make<double>(),
    };

    /// <summary>Bytes of a value.</summary>
    internal static int SizeOf(LeafType type) => Make(type, new Size());

    private sealed class Size : IMaker<int>
    {
        public int Make<T>() where T : unmanaged => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
    }

    /// <summary>Something that is made for a type.</summary>
    internal interface IMaker<TResult>
    {
        TResult Make<T>() where T : unmanaged;
    }
}
