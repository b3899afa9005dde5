using System.Text;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Measures;

/// <summary>A system with the names that measures refer to, and the plan that a text about results compiles to in it.</summary>
internal sealed class MeasuredSystem
{
    /// <summary>Pools in ordinal order: community-bed, ward-bed@north, ward-bed@south.</summary>
    private const int Wards = 2;

    private MeasuredSystem(string text)
    {
        Problems = new ProblemList();
        var whole = text + "\nsystem: measured\nrun: { starts: 2016-04-01, lasts: 1 d }\n";
        var root = YamlReader.ReadMap(Encoding.UTF8.GetBytes(whole), "system.yaml", Problems) ?? new MapNode(default);
        var context = ContextOf(root, Problems);
        var description = SystemBinding.Bind(context.Files, Problems);
        var amounts = new AmountCompiler(context, new TableLookup(context, new Horizon(context.Run)));
        context.NotePopulation(new PopulationCompiler(context, amounts).Compile(description.Population));
        Plan = MeasureCompiler.Compile(context, description);
    }

    public ProblemList Problems { get; }

    public MeasurePlan Plan { get; }

    /// <summary>The plan of a text without problems.</summary>
    public static MeasurePlan PlanOf(string text)
    {
        var system = new MeasuredSystem(text);
        Assert.That(system.Problems.Sorted, Is.Empty);
        return system.Plan;
    }

    /// <summary>The one measure of a text without problems, and its plan.</summary>
    public static (MeasureModel Measure, MeasurePlan Plan) Of(string form, string more = "")
    {
        var plan = PlanOf($"population: 200000\n{more}\nmeasures:\n  m: {form}\n");
        Assert.That(plan.Measures, Has.Length.EqualTo(1));
        return (plan.Measures[0], plan);
    }

    public static IReadOnlyList<Problem> ProblemsOf(string text) => new MeasuredSystem(text).Problems.Sorted;

    private static CompileContext ContextOf(MapNode root, ProblemList problems)
    {
        var attributes = new AttributeIndex();
        attributes.Declare("site", AttributeKind.Named, ["north", "south"]);
        attributes.Declare("locality", AttributeKind.Named, ["fen", "town"]);
        attributes.Declare("category", AttributeKind.Named, ["c1", "c2"]);
        var context = new CompileContext
        {
            Files = new SystemFiles { Name = "measured", Root = root, Tables = [], Rosters = [], Scenarios = [], Inputs = [] },
            Problems = problems,
            Run = Run(),
            Dimensions = [new Dimension("site", ["north", "south"]), new Dimension("locality", ["fen", "town"])],
            Attributes = attributes,
            Stages = new TemplateIndex([("call", -1, 1), ("admit", 0, Wards), ("ward", 0, Wards), ("community", -1, 1)]),
            Streams = new TemplateIndex([("admissions", 0, Wards), ("calls", -1, 1)]),
            Pools = new PoolIndex(
            [
                new PoolName("ward-bed@north", "ward-bed", "acute-ga", 0, 0, PoolKind.Beds),
                new PoolName("ward-bed@south", "ward-bed", "acute-ga", 0, 1, PoolKind.Beds),
                new PoolName("community-bed", "community-bed", "community", -1, -1, PoolKind.Beds),
                new PoolName("nurse", "nurse", null, -1, -1, PoolKind.Staff),
            ]),
            Calendars = new CalendarIndex(),
            Clocks = ["ed", "spell", "miu-visit"],
            Exits = ["leave", "left-unseen", "cancelled"],
        };
        context.Delays.AddRange([new DelayKind("A", "nhs"), new DelayKind("A", "social-care"), new DelayKind("C", "nhs")]);
        return context;
    }

    private static RunPlan Run() => new()
    {
        FirstDay = new DateOnly(2016, 4, 1),
        Start = 0,
        Branch = 0,
        MeasureFrom = 0,
        End = 86_400,
        HasDates = true,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 1_000,
    };
}
