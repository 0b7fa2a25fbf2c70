using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ristretto.Tests.Architecture;

/// <summary>The public surface of an assembly as readable, sorted text: one type a paragraph, one member a line.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var space in types.Where(type => IsSpeakable(type.FullName!)).GroupBy(type => type.Namespace).OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append("\n\n");
            foreach (var type in space.OrderBy(type => type.FullName, StringComparer.Ordinal)) Append(text, type);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Type type)
    {
        text.Append(ApiNames.Header(type)).Append('\n');
        IEnumerable<string> members = type.IsEnum
            ? type.GetFields(Declared).Where(field => field.IsStatic).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}")
            : type.IsSubclassOf(typeof(Delegate)) ? [] : MembersOf(type);
        foreach (var line in members.Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
        text.Append('\n');
    }

    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetConstructors(Declared).Where(IsVisible).Select(ApiNames.Of)
            .Concat(type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method) && !IsCompilerMade(method)).Select(ApiNames.Of))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible) && !IsCompilerMade(property))
                .Select(property => ApiNames.Of(property, property.SetMethod is { } setter && IsVisible(setter))))
            .Concat(type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !IsCompilerMade(field)).Select(ApiNames.Of))
            .Concat(type.GetEvents(Declared).Where(found => IsVisible(found.AddMethod!)).Select(found => $"event {ApiNames.Of(found.EventHandlerType!)} {found.Name}"));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        && (method.Name.Contains("get_", StringComparison.Ordinal) || method.Name.Contains("set_", StringComparison.Ordinal)
            || method.Name.StartsWith("add_", StringComparison.Ordinal) || method.Name.StartsWith("remove_", StringComparison.Ordinal));

    private static bool IsCompilerMade(MemberInfo member) => !IsSpeakable(member.Name) || member.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static bool IsSpeakable(string name) => !name.Contains('<', StringComparison.Ordinal) && !name.Contains('$', StringComparison.Ordinal);
}
