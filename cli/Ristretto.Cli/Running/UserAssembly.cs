using System.Reflection;
using System.Runtime.Loader;
using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Running;

/// <summary>Loads a user's assembly with what it depends on, beside the program's own assemblies.</summary>
internal sealed class UserAssembly : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;

    private UserAssembly(string path) : base(Path.GetFileNameWithoutExtension(path)) => _resolver = new AssemblyDependencyResolver(path);

    /// <summary>Loads an assembly.</summary>
    /// <exception cref="SourceException">It is missing or no assembly.</exception>
    internal static Assembly Load(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full)) throw new SourceException(path, "no such assembly");
        try
        {
            return new UserAssembly(full).LoadFromAssemblyPath(full);
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            throw new SourceException(path, "this is no .NET assembly that can be loaded", innerException: error);
        }
    }

    // What the program has too is shared, so that its types are the same on both sides; the rest lies beside the assembly.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException)
        {
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
