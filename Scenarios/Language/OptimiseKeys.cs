using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of what <c>optimise</c> may buy, and of what for.</summary>
internal static class OptimiseKeys
{
    public static readonly Key Targets = new("targets", new ListKind(new TextKind("a target, such as \"beds_lost@north < 2 % with 95 %\"")),
        "MEASURE@PLACE < VALUE, or >, of the last year; with 95 %: that so many years in a hundred meet it, else that the mean does.")
    {
        Required = true,
        Example = "[\"wait_mean@north < 2 h\"]",
    };
    public static readonly Key On = new("scenario", new TextKind("the id of a scenario"), "The scenario to whose changes those of the levers are added.")
    {
        Default = "the system as it is",
    };
    public static readonly Key Range = new("range", new TextKind("two ends, such as 0 to 20"),
        "From what there is to the furthest it may go: of set the value itself, of scale the factor, of add the amount.")
    {
        Required = true,
        Example = "0 to 20",
    };
    public static readonly Key Step = new("step", new TextKind("a number, such as 1"), "The smallest part of the range that can be bought.") { Default = "1", Example = "2" };
    public static readonly Key Cost = new("gbp_per_year", new TextKind(MoneyText.Expected), "Pounds a year for one more of it, or for per.")
    {
        Required = true,
        Example = "\"88000\"",
    };
    public static readonly Key Per = new("per", new TextKind("a number, such as 1"), "How much of the range that buys.") { Default = "1", Example = "0.1" };
    public static readonly Key PriceYear = new("price_year", ScenarioKeys.PriceYear.Kind, "The year of its prices, where the system has a ledger of savings.")
    {
        Default = "the year of prices",
    };
    public static readonly Key Partner = new("partner", Kinds.Partner, "Who pays. A ledger of savings needs it.");
    public static readonly Key Buys = new("buys", ScenarioKeys.Buys.Kind, "As of a line of investment: pools and stages that the money pays for.");

    /// <summary>One capacity that is free.</summary>
    public static readonly Section Lever = new("lever", "a lever, such as { add: pools.ward-bed@north.capacity, range: 0 to 20, gbp_per_year: \"88000\" }",
        [.. FitKeys.Verbs, Range, Step, Cost, Per, PriceYear, Partner, Buys, ValueKeys.Status, .. ValueKeys.Explanation])
    { OneOf = [[.. FitKeys.Verbs]] };

    public static readonly Key Levers = new("levers", new NamesKind(new MapKind(Lever), "levers by name"), "The capacities that are free.") { Required = true };

    /// <summary>One question to <c>optimise</c>.</summary>
    public static readonly Section Question = new("question", "{ targets: [\"wait_mean@north < 2 h\"], levers: { … } }",
        [Targets, On, Levers, .. ValueKeys.Explanation]);

    /// <summary>The questions by name.</summary>
    public static readonly Section Optimise = new("optimise", "questions by name: { shorter-waits: { targets: …, levers: … } }", [])
    {
        Others = new MapKind(Question),
    };
}
