using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Kernel.ModelParts;

/// <summary>What a compiled system need not say means none: no dimension, no attribute, no limit, no clock.</summary>
public sealed class BareModelTests
{
    private const int None = -1;

    [Test]
    public void A_stage_is_of_no_dimension_and_needs_nothing()
    {
        var stage = Stage();
        Assert.That((stage.EachDimension, stage.Instance, stage.Own.Length), Is.EqualTo((None, None, 0)));
        Assert.That((stage.PlaceMode, stage.HasTimers, stage.HasQueueLimit), Is.EqualTo((PlaceMode.None, false, false)));
        Assert.That(new Routing { Branches = [], IsFixed = false }.FixedTarget, Is.EqualTo(None));
    }

    [Test]
    public void A_stage_has_timers_as_soon_as_something_happens_after_a_time()
    {
        var after = new Simulator.Model.Timer { Time = HandBuilt.Time(Constant.Of(60)), KeyHash = 1, Index = 0 };
        Bundle At(Simulator.Model.Timer? timer) => new() { Id = 0, Items = [], After = timer };
        PriorityLevel Level(Simulator.Model.Timer? timer) => new() { Lookup = Lookup.Single, Ranks = [1], After = timer };
        Assert.That(Stage(place: [At(null)], staff: [At(null)], priority: [Level(null)], givesUp: new GivingUp { Queue = 3, To = 0, Reason = "" }).HasTimers,
            Is.False);
        Assert.That(Stage(place: [At(null), At(after)]).HasTimers, Is.True);
        Assert.That(Stage(staff: [At(after)]).HasTimers, Is.True);
        Assert.That(Stage(priority: [Level(null), Level(after)]).HasTimers, Is.True);
        Assert.That(Stage(givesUp: new GivingUp { After = after, To = 0, Reason = "" }).HasTimers, Is.True);
        Assert.That(after.Clock, Is.EqualTo(None), "counted from entry");
    }

    [Test]
    public void A_queue_limit_of_nobody_ahead_is_one()
    {
        Assert.That(Stage(givesUp: new GivingUp { Queue = 0, To = 0, Reason = "" }).HasQueueLimit, Is.True);
        Assert.That(Stage(givesUp: new GivingUp { To = 0, Reason = "" }).HasQueueLimit, Is.False);
    }

    [Test]
    public void A_pool_and_a_reference_to_one_are_of_no_dimension()
    {
        var pool = HandBuilt.Pool("bed", 3);
        Assert.That((pool.EachDimension, pool.Instance), Is.EqualTo((None, None)));
        var reference = new PoolRef();
        Assert.That((reference.Pool, reference.Attribute), Is.EqualTo((None, None)));
        Assert.That(new LookupKey { Source = KeySource.Hour, Stride = 1 }.Attribute, Is.EqualTo(None));
    }

    [Test]
    public void A_stream_is_of_no_dimension_and_leads_nowhere()
    {
        var stream = new StreamModel { Name = "a", Template = "a", KeyHash = 1 };
        Assert.That((stream.EachDimension, stream.Instance, stream.Own.Length, stream.To), Is.EqualTo((None, None, 0, None)));
    }

    [Test]
    public void A_quantity_counts_all_without_limits_for_the_system_alone()
    {
        var quantity = new Quantity { Id = 0, Kind = QuantityKind.Visits };
        Assert.That((quantity.Clock, quantity.Within, quantity.Over, quantity.By, quantity.ByAttribute, quantity.GroupAttribute),
            Is.EqualTo((None, None, None, None, None, None)));
        Assert.That(quantity.Threshold, Is.EqualTo(-1));
        Assert.That(new MeasureModel { Id = "a", Unit = "", Words = new MeasureWords(), Form = MeasureForm.Quantile, Numerator = 0 }.Denominator,
            Is.EqualTo(None));
        Assert.That(new TimelineModel { Measure = "a", Unit = "", By = 0, Pools = [] }.Clock, Is.EqualTo(None));
    }

    [Test]
    public void A_value_is_copied_from_nowhere_and_a_time_is_of_no_attribute()
    {
        Assert.That(new SetBranch { Kind = SetKind.Added }.From, Is.EqualTo(None));
        Assert.That(new TimeSpec { Kind = TimeKind.UntilOpens }.Attribute, Is.EqualTo(None));
        Assert.That(new Expression { Kind = ExpressionKind.Hour }.Index, Is.EqualTo(None));
    }

    private static StageModel Stage(Bundle[]? place = null, Bundle[]? staff = null, PriorityLevel[]? priority = null, GivingUp? givesUp = null) =>
        HandBuilt.Stage("ward", staff ?? [], HandBuilt.Time(Constant.Of(60)), HandBuilt.To(0)) with
        {
            Place = place ?? [],
            Priority = priority is null ? PriorityRule.Default : new PriorityRule { Levels = priority },
            GivesUp = givesUp is null ? [] : [givesUp],
        };
}
