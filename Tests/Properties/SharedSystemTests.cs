using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>
/// A run writes nothing into the system that others run at the same time: every value that can be reached from it, the elements of arrays too, stays.
/// </summary>
[Category("Properties")]
public sealed class SharedSystemTests
{
    [Test]
    public void A_run_of_the_county_changes_nothing_in_its_system() => StaysUnchanged(ModelText.CompileLibrary(County.Id), days: 6);

    [Test]
    public void A_run_of_the_small_hospital_changes_nothing_in_its_system() => StaysUnchanged(SmallHospital.Model(), days: 60);

    [Test]
    public void A_run_of_a_random_system_changes_nothing_in_its_system([Range(1, 40)] int seed)
    {
        var (yaml, files) = RandomSystem.Of(seed);
        StaysUnchanged(ModelText.Compile(yaml, files), RandomSystem.Days);
    }

    [Test]
    public void A_value_written_into_an_array_is_seen()
    {
        var model = SmallHospital.Model();
        var before = ValuesIn(model);
        Array.Find(model.Streams, stream => stream.Rate is not null)!.Rate!.DayFactor[0] += 1;
        Assert.That(ValuesIn(model), Is.Not.EqualTo(before));
    }

    private static void StaysUnchanged(SystemModel model, int days)
    {
        var timeline = ModelText.Timeline(model);
        var before = ValuesIn(timeline);
        var (start, half, end) = (model.Run.Start, model.Run.Start + (days / 2 * SimTime.Day), model.Run.Start + (days * SimTime.Day));
        var run = Replication.Start(timeline, 3, 1);
        run.Measure(start, half);
        Replication.Branch(timeline, run).Measure(half, end);
        Assert.That(before, Has.Count.GreaterThan(100));
        Assert.That(ValuesIn(timeline), Is.EqualTo(before));
    }

    /// <summary>All plain values in a fixed order of the walk; an object that is met again stands for the number of the first meeting.</summary>
    private static List<object?> ValuesIn(object root)
    {
        var values = new List<object?>();
        var met = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>([root]);
        while (open.TryPop(out var each))
        {
            switch (each)
            {
                case null or string or DateOnly or Enum:
                    values.Add(each);
                    break;
                case var plain when plain.GetType().IsPrimitive:
                    values.Add(plain);
                    break;
                case ITuple or ValueType:
                    PushFields(each, open);
                    break;
                case var known when met.TryGetValue(known, out var number):
                    values.Add(("met", number));
                    break;
                default:
                    met.Add(each, met.Count);
                    Enter(each, values, open);
                    break;
            }
        }

        return values;
    }

    private static void Enter(object each, List<object?> values, Stack<object?> open)
    {
        if (each is not Array array)
        {
            PushFields(each, open);
            return;
        }

        values.Add(array.Length);
        if (array.GetType().GetElementType()!.IsPrimitive)
        {
            values.AddRange(array.Cast<object?>());
            return;
        }

        foreach (var element in (IEnumerable)array)
        {
            open.Push(element);
        }
    }

    private static void PushFields(object each, Stack<object?> open)
    {
        for (var type = each.GetType(); type != typeof(object) && type != typeof(ValueType); type = type!.BaseType)
        {
            foreach (var field in type!.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                open.Push(field.GetValue(each));
            }
        }
    }
}
