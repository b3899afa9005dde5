using System.Reflection;
using System.Runtime.CompilerServices;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Conventions;

/// <summary>
/// Replications run at once and share the compiled scenarios, so nothing in them may be filled while they run: every field of every type that can be
/// reached from there is set in the constructor or by <c>init</c>, and none is of a type that changes inside. A field may hold an array, whose elements no
/// declaration can protect: that a run writes to none of them, <see cref="Properties.SharedSystemTests"/> sees by looking at all of them before and after.
/// </summary>
public sealed class SharedStateTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Types of the library that cannot change: the only ones that a shared type may hold besides our own, arrays and enums.</summary>
    private static readonly Type[] Unchanging =
        [typeof(string), typeof(DateOnly), typeof(IReadOnlyList<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(Nullable<>)];

    private static readonly Assembly[] Ours = [typeof(SystemModel).Assembly, typeof(PlannedScenario).Assembly];

    private static readonly Type[] Shared =
        [.. ReachableFrom(typeof(SystemTimeline), typeof(PlannedScenario), typeof(RunPlan)).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Test]
    public void Fields_of_what_replications_share_are_readonly() =>
        Assert.That(Shared.Where(IsOurs).SelectMany(type => type.GetFields(Own)).Where(field => !field.IsInitOnly).Select(Name), Is.Empty);

    [Test]
    public void What_replications_share_holds_nothing_that_changes_inside() =>
        Assert.That(Shared.Where(type => !IsOurs(type) && !type.IsPrimitive && !Unchanging.Contains(Definition(type))).Select(type => type.FullName), Is.Empty);

    [Test]
    public void No_static_field_of_the_engine_or_the_experiments_can_be_assigned_again() =>
        Assert.That(
            Ours.SelectMany(assembly => assembly.GetTypes())
                .Where(type => !IsOfCompiler(type))
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal))
                .Select(Name),
            Is.Empty);

    [Test]
    public void The_walk_comes_to_every_corner_of_a_system()
    {
        string[] names = ["SystemModel", "StageModel", "StreamModel", "RateModel", "HourlySteps", "Timetable", "Gate", "Expression", "Distribution",
            "OutcomeSet", "LookupKey", "MeasurePlan", "Timer"];
        Assert.That(Shared.Select(type => type.Name), Is.SupersetOf(names));
    }

    [Test]
    public void A_cache_is_found_out()
    {
        var found = ReachableFrom(typeof(Cached)).ToList();
        Assert.That(found.Where(IsOurs).SelectMany(type => type.GetFields(Own)).Where(field => !field.IsInitOnly)
            .Select(field => field.Name), Is.EqualTo(new[] { "hasTimers" }));
        Assert.That(found, Has.Member(typeof(List<int>)));
    }

    /// <summary>Our types by field, of arrays and generic types also the parts; of others only themselves.</summary>
    private static HashSet<Type> ReachableFrom(params Type[] roots)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(roots);
        while (open.TryPop(out var type))
        {
            if (type.HasElementType)
            {
                open.Push(type.GetElementType()!);
            }
            else if (seen.Add(type) && !type.IsEnum)
            {
                foreach (var part in type.GetGenericArguments()
                    .Concat(IsOurs(type) ? type.GetFields(Own).Select(field => field.FieldType).Append(type.BaseType!) : []).Concat(Kinds(type)))
                {
                    open.Push(part);
                }
            }
        }

        seen.RemoveWhere(type => type.IsEnum || type == typeof(object) || type == typeof(ValueType));
        return seen;
    }

    /// <summary>What may stand in a field of an abstract type of ours.</summary>
    private static IEnumerable<Type> Kinds(Type type) =>
        type.IsAbstract && IsOurs(type) ? Ours.SelectMany(assembly => assembly.GetTypes()).Where(other => other != type && other.IsAssignableTo(type)) : [];

    private static bool IsOurs(Type type) => Ours.Contains(type.Assembly) || type == typeof(Cached);

    private static bool IsOfCompiler(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.StartsWith('<');

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.FullName}.{field.Name}";

    /// <summary>As a stage once was.</summary>
    private sealed class Cached
    {
        private readonly List<int> found = [];
        private bool? hasTimers;

        public bool HasTimers => hasTimers ??= found.Count > 0;
    }
}
