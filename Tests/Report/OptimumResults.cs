using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>What a search has found, written by hand: two designs, four points of the curve.</summary>
internal static class OptimumResults
{
    public const string First = "breaches < 100 per day with 95 %";
    public const string Second = "occupancy_rate < 95 %";

    /// <summary>With what all partners gain: most at the second point if what is freed is used again; in cash no step can be told from none.</summary>
    public static ResultSet Priced { get; } = Made(isPriced: true);

    /// <summary>Of a system without prices.</summary>
    public static ResultSet Unpriced { get; } = Made(isPriced: false);

    private static ResultSet Made(bool isPriced) =>
        new HandMade { ScenarioTitle = "Fewer breaches: for £1.24m a year" }
            .With("breaches", "per day", 190, -95, -99, -91).With("occupancy_rate", "%", 96, -2, -2.5, -1.5)
            .With("breaches", "per day", 190, -99, -103, -95, scenario: "hub-2").With("occupancy_rate", "%", 96, -2.2, -2.7, -1.7, scenario: "hub-2")
            .Results with
        {
            Designs =
            [
                Row(HandMade.Hub, DesignRow.Best, 1, 1_240_000, First, 95, DesignRow.Met) with { ShareMet = 0.96875 },
                Row(HandMade.Hub, DesignRow.Best, 1, 1_240_000, Second, 94, DesignRow.Met),
                Row("hub-2", DesignRow.Best, 2, 1_500_000, First, 91, DesignRow.Met),
                Row("hub-2", DesignRow.Best, 2, 1_500_000, Second, 93.8, DesignRow.Met),
                Row("baseline", DesignRow.AsItIs, 1, 0, First, 190, DesignRow.NotMet) with { ShareMet = 0 },
                .. new[] { 190.0, 140, 105, 90 }.Select((level, at) => Point(at, level, First, isPriced)),
                .. new[] { 96.0, 95.2, 94.4, 93.9 }.Select((level, at) => Point(at, level, Second, isPriced)),
            ],
            Levers =
            [
                Lever(HandMade.Hub, "ward", "Ward beds", "0", 0, 0), Lever(HandMade.Hub, "care", "Home care a day", "12", 12, 1_200_000),
                Lever(HandMade.Hub, "clerks", "Assessors", "2.5", 0.5, 40_000), Lever("hub-2", "ward", "Ward beds", "0", 0, 0),
                Lever("hub-2", "care", "Home care a day", "15", 15, 1_500_000), Lever("hub-2", "clerks", "Assessors", "2", 0, 0),
            ],
        };

    private static DesignRow Point(int at, double level, string target, bool isPriced)
    {
        var row = Row(FormattableString.Invariant($"curve-{at + 1}"), DesignRow.Curve, at + 1, 500_000 * at, target, level, DesignRow.NotMet) with { N = 8 };
        double[] worth = [0, 300_000, 100_000, -400_000];
        double[] cash = [0, 20_000, -50_000, -900_000];
        return !isPriced ? row : row with
        {
            Opportunity = worth[at],
            OpportunityLower95 = worth[at] - 90_000,
            OpportunityUpper95 = worth[at] + 90_000,
            ByOpportunity = at == 1 ? DesignRow.Highest : DesignRow.Lower,
            Cash = cash[at],
            CashLower95 = cash[at] - 60_000,
            CashUpper95 = cash[at] + 60_000,
            ByCash = at == 1 ? DesignRow.Highest : at == 3 ? DesignRow.Lower : DesignRow.CannotBeTold,
        };
    }

    private static DesignRow Row(string design, string kind, int order, double cost, string target, double mean, string verdict) => new()
    {
        Design = design,
        Kind = kind,
        Order = order,
        Cost = cost,
        Target = target,
        Unit = target == First ? "per day" : "%",
        N = 32,
        Mean = mean,
        Lower95 = mean - 1,
        Upper95 = mean + 1,
        ShareMet = 1,
        Verdict = verdict,
    };

    private static LeverRow Lever(string design, string lever, string title, string value, double change, double cost) =>
        new()
        {
            Design = design,
            Lever = lever,
            Title = title,
            Verb = lever == "clerks" ? "set" : "add",
            Value = value,
            Change = change,
            Cost = cost,
            Partner = lever == "care" ? "the-councils" : "",
        };
}
