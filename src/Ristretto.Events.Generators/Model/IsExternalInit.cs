namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler make records for a framework that does not know them.</summary>
internal static class IsExternalInit;
