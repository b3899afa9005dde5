using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>Results whose every text tries to be more than text. A page that runs any of it calls <c>alert</c>.</summary>
internal static class Hostile
{
    public const string System = "<script>alert(1)</script>";
    public const string Place = "\"><img src=x onerror=alert(1)>";
    public const string Scenario = "</title></style></script><svg onload=alert(1)>";
    public const string Measure = "'><svg/onload=alert(1)>";
    public const string Unit = "<!--";
    public const string Reversed = "\u202Egnirts \u0007";
    public const string Id = "../..\\<x>\"'&\u0001 con";

    public static ResultSet Results { get; } = Made();

    private static ResultSet Made()
    {
        var made = new HandMade { Title = System, ScenarioTitle = Scenario }
            .With(Measure, Unit, 100, -10, -12, -8)
            .With(Measure, Unit, 60, -14, -16, -12, Place)
            .With(Measure, Unit, 40, 4, 2, 6, Reversed)
            .With("breaches", "per day", 60, -14, -16, -12, scenario: Id)
            .Results;
        return made with
        {
            Run = made.Run with
            {
                Command = "flowsim compare --system \"" + System + "\"",
                System = System,
                InputHash = Measure,
                Inputs = [new InputFacts(Place, Unit)],
                Complete = false,
            },
            System = made.System with
            {
                Id = System,
                Notes = Scenario + "\n" + Reversed,
                Measures = [new MeasureFacts(Measure, Unit, Scenario, Place)],
                Scenarios = [.. made.System.Scenarios.Select(scenario => scenario with
                {
                    Parts = [Id, scenario.Id],
                    Changes = [new ChangeFacts(Place, Scenario, Measure, System, Unit, Reversed, Place, Scenario)],
                    Investment = [new InvestmentFacts(Place, Scenario, Measure, System, Unit, Reversed, Place)],
                })],
                Assumptions = [new AssumptionFacts(Place, Scenario, Measure, System, Unit, Reversed, Place, 3)],
            },
            Timelines = [.. new[] { Place, Reversed }.Select(place => new TimelineSummary
            {
                Scenario = Id,
                Measure = "occupied_beds",
                Place = place,
                HoursOfWeek = false,
                FirstDay = new DateOnly(2017, 4, 1),
                Points = [.. Enumerable.Range(0, 9).Select(day => new TimelinePoint(day, day - 1, day, day + 1))],
            })],
            Flows = [new FlowSummary("baseline", HandMade.Period, System, Place, Reversed, 3),
                new FlowSummary(Id, HandMade.Period, System, Place, Reversed, 4)],
            Ledger = [
                new LedgerLine { Scenario = HandMade.Hub, Year = Place, Partner = Scenario, Counterparty = Measure, Line = System, Perspective = Unit,
                    Basis = Reversed, Amount = -5, Unit = Place, PriceYear = Scenario }],
            Savings = [
                new Saving { Scenario = HandMade.Hub, Year = Place, Partner = Scenario, Basis = Reversed, Resources = -5, Transfers = 0, Amount = -5,
                    Verdict = Measure },
                new Saving { Scenario = HandMade.Hub, Year = Place, Partner = Saving.System, Basis = Reversed, Resources = -5, Transfers = 0, Amount = -5,
                    Verdict = Measure }],
            Claims = [new ClaimVerdict { Scenario = Id, Claim = Place, Kind = Scenario, Comparator = Measure, Period = System, Verdict = Reversed }],
            Calibration = [
                new CalibrationRow { Measure = Measure, Place = Place, Group = Place, Period = Scenario, Unit = Unit, Observed = 3, Modelled = 4,
                    Status = System, Verdict = Reversed, Source = Place }],
        };
    }
}
