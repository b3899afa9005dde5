using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A change of the county's system, as a scenario would make it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Changes">A scenario's list of changes.</param>
public sealed record CountyChange(string Name, string Changes)
{
    public override string ToString() => Name;
}

/// <summary>The system of Cambridgeshire and Peterborough with small changes, each with its capacities and with ample ones.</summary>
internal static class County
{
    public const string Id = "cambridgeshire-peterborough";

    /// <summary>The county's system as it is.</summary>
    public static readonly CountyChange None = new("as described", "");

    public static readonly CountyChange OneBedMore = new("one medical bed more at Peterborough", "- { add: \"tables.beds[site=pshft].medical\", by: 1 }");

    public static readonly CountyChange RouteByAPoint = new("assessment after fit: 46 % in place of 45 %", "- { set: stages.fit.then.assessment, to: 46 % }");

    public static readonly CountyChange LessDemand = new("demand down 5 %", Demand(0.95));

    public static readonly CountyChange MoreDemand = new("demand up 5 %", Demand(1.05));

    public static readonly CountyChange StageAdded = new(
        "a registration of 2 to 6 min before triage",
        """
        - { add: stages.registration, to: { each: site, place: none, time: uniform 2 min 6 min, then: triage } }
        - { set: stages.walk-in.then, to: registration }
        """);

    public static IReadOnlyList<CountyChange> All { get; } = [OneBedMore, RouteByAPoint, LessDemand, MoreDemand, StageAdded];

    /// <summary>
    /// Every capacity a thousandfold: nobody waits for another patient, only for opening hours and rounds. Minor injury units do not turn away who finds
    /// 25 waiting for them to open, since so one patient would act on another.
    /// </summary>
    private static string Ample { get; } = "- { set: stages.minor-injury.gives_up, to: [ { after: 4 h, to: went-elsewhere } ] }\n" + string.Join('\n', new[]
    {
        "tables.beds.assessment", "tables.beds.child", "tables.beds.stroke", "tables.beds.surgical", "tables.beds.planned", "tables.beds.medical", "tables.beds.critical",
        "tables.beds.boarding", "tables.cubicles.receiving", "tables.volumes.slots", "tables.volumes.winter-slots",
        "tables.cubicles.resus", "tables.cubicles.majors", "tables.cubicles.minors", "tables.cubicles.paeds", "tables.cubicles.corridor",
        "tables.community.beds", "tables.community.home-care", "tables.community.starts", "tables.solo-cars.cars", "pools.joint-team.capacity",
        "rosters.call-handlers.capacity", "rosters.crews.capacity", "rosters.discharge-teams.capacity", "rosters.ed-doctors.capacity",
        "rosters.child-doctors.capacity",
        "rosters.ed-nurses.capacity",
        "rosters.hub-clinicians.capacity", "rosters.miu-nurses.capacity", "rosters.nurse-practitioners.capacity", "rosters.out-of-hours.capacity",
        "rosters.same-day-units.capacity",
    }.Select(path => $"- {{ scale: \"{path}\", by: 1000 }}"));

    public static SystemModel Model(CountyChange change, bool isAmple) =>
        ModelText.CompileLibraryWith(Id, change.Changes + (isAmple ? (change == None ? "" : "\n") + Ample : ""));

    private static string Demand(double by) => string.Join('\n', new[]
    {
        "streams.calls-111.rate", "streams.calls-999.rate", "streams.walk-ins.rate", "streams.out-of-area-ambulances.rate", "streams.direct.rate",
        "streams.minor-injuries.rate", "streams.step-up.rate", "streams.home-starts.rate", "tables.volumes.electives",
    }.Select(path => FormattableString.Invariant($"- {{ scale: \"{path}\", by: {by} }}")));
}
