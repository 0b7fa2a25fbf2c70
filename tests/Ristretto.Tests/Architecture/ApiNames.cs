using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ristretto.Tests.Architecture;

/// <summary>Types and members as one would write them in C#; what <see cref="ApiText"/> is made of.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
    };

    internal static string Header(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var call = type.GetMethod("Invoke")!;
            return $"delegate {Of(call.ReturnType)} {Of(type)}({Parameters(call)})";
        }
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parents = type.IsEnum
            ? [Of(Enum.GetUnderlyingType(type))]
            : Parents(type).Select(Of).ToArray();
        return $"{kind} {Of(type)}{(parents.Length > 0 ? " : " : "")}{string.Join(", ", parents)}{Constraints(type.GetGenericArguments())}";
    }

    internal static string Of(Type type)
    {
        if (s_keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";
        // A nested type is written Outer.Inner; the arguments of the outer one come first.
        var arguments = type.GetGenericArguments().Select(Of).ToArray();
        var outer = type.DeclaringType;
        var own = arguments.Skip(outer?.GetGenericArguments().Length ?? 0).ToArray();
        var name = type.Name.Split('`')[0] + (own.Length > 0 ? $"<{string.Join(", ", own)}>" : "");
        if (outer is null) return name;
        var outerArguments = arguments.Take(outer.GetGenericArguments().Length).ToArray();
        return $"{outer.Name.Split('`')[0]}{(outerArguments.Length > 0 ? $"<{string.Join(", ", outerArguments)}>" : "")}.{name}";
    }

    internal static string Of(ConstructorInfo constructor) =>
        $"{(constructor.IsPublic ? "" : "protected ")}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    internal static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"{Modifiers(method)}{Reference(method.ReturnParameter)}{Of(method.ReturnType)} {method.Name}{generic}({extension}{Parameters(method)})"
            + Constraints(method.GetGenericArguments());
    }

    internal static string Of(PropertyInfo property, bool hasVisibleSetter)
    {
        var accessor = property.GetMethod ?? property.SetMethod!;
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var initializes = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(one => one.Name == "IsExternalInit") == true;
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        return $"{Modifiers(accessor)}{required}{Reference(accessor.ReturnParameter)}{Of(property.PropertyType)} {name} "
            + $"{{ {(property.GetMethod is null ? "" : "get; ")}{(hasVisibleSetter ? initializes ? "init; " : "set; " : "")}}}";
    }

    internal static string Of(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{(field.IsPublic ? "" : "protected ")}{kind}{Of(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "")}";
    }

    private static IEnumerable<Type> Parents(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)) yield return parent;
        var inherited = type.GetInterfaces().SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        foreach (var own in type.GetInterfaces().Where(one => one.IsVisible && !inherited.Contains(one)).OrderBy(Of, StringComparer.Ordinal)) yield return own;
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(argument =>
    {
        var attributes = argument.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] all =
        [
            .. isStruct ? ["struct"] : Array.Empty<string>(),
            .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. argument.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).Select(Of).Order(StringComparer.Ordinal),
            .. !isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
        ];
        return all.Length == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
    }));

    private static string Modifiers(MethodInfo method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return access + (method.IsAbstract ? "static abstract " : "static ");
        if (method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal) return access;
        if (method.GetBaseDefinition().DeclaringType != method.DeclaringType) return access + "override ";
        return access + (method.IsAbstract ? "abstract " : "virtual ");
    }

    private static string Reference(ParameterInfo returned) =>
        !returned.ParameterType.IsByRef ? "" : returned.GetRequiredCustomModifiers().Any(one => one.Name == "InAttribute") ? "ref readonly " : "ref ";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = !parameter.ParameterType.IsByRef ? parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : ""
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        return $"{passing}{Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "")}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
