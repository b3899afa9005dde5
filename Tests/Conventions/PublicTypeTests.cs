using System.Reflection;

namespace FlowSim.Tests.Conventions;

/// <summary>
/// A type is public because another project of the product speaks of it, or one that is has it in its signature; all others are internal. Whoever reads a
/// constant leaves no trace of it when compiled: types that are constants only are left out.
/// </summary>
public sealed class PublicTypeTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Test]
    public void A_public_type_is_used_by_another_project()
    {
        var exported = SolutionTypes.Projects.SelectMany(project => project.GetExportedTypes()).Where(type => !type.IsNested && !IsConstants(type)).ToList();
        var needed = new HashSet<Type>();
        var open = new Stack<Type>(exported.Where(UsedElsewhere().Contains));
        while (open.TryPop(out var type))
        {
            if (needed.Add(type))
            {
                Signature(type).Where(part => exported.Contains(part)).ToList().ForEach(open.Push);
            }
        }

        Assert.That(string.Join('\n', exported.Except(needed).Select(type => type.FullName).Order()), Is.Empty);
    }

    private static HashSet<Type> UsedElsewhere()
    {
        var names = SolutionTypes.All.Types.SelectMany(type => type.Dependencies)
            .Where(dependency => !dependency.Origin.Assembly.Equals(dependency.Target.Assembly))
            .Select(dependency => dependency.Target.FullName).ToHashSet(StringComparer.Ordinal);
        return [.. SolutionTypes.Projects.SelectMany(project => project.GetTypes()).Where(type => names.Contains(type.FullName!)).Select(Outermost)];
    }

    private static bool IsConstants(Type type) =>
        type is { IsAbstract: true, IsSealed: true } && type.GetMembers(Members).All(member => member is FieldInfo { IsLiteral: true });

    /// <summary>What the compiler wants to be public where the type is.</summary>
    private static IEnumerable<Type> Signature(Type type)
    {
        IEnumerable<Type> nested = type.GetNestedTypes().Where(inner => inner.IsNestedPublic || inner.IsNestedFamily);
        var members = type.GetMembers(Members).SelectMany(member => member switch
        {
            FieldInfo field when field.IsPublic || field.IsFamily => [field.FieldType],
            MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly =>
                [.. method.GetParameters().Select(parameter => parameter.ParameterType), method is MethodInfo { ReturnType: var result }
                    ? result
                    : typeof(void)],
            _ => Type.EmptyTypes,
        });
        return members.Concat(type.GetInterfaces()).Append(type.BaseType ?? typeof(object)).SelectMany(Parts)
            .Concat(nested.SelectMany(Signature)).Select(Outermost);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
