using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Analytic;

/// <summary>
/// The stroke and rehabilitation beds of Monks et al. 2016 (BMC Health Services Research 16:530), with warm-up, length and 150 replications as published:
/// a network of M/G/∞, so occupancy is Poisson and the chance of delay with n beds, P(N = n) / P(N ≤ n), is Erlang's loss.
/// </summary>
internal static class StrokeUnit
{
    /// <summary>
    /// Unit (1 acute stroke unit, 2 rehabilitation), beds, chance of delay: as described, 5 % less between arrivals, 5 % more arrivals, without complex
    /// neurological patients.
    /// </summary>
    public const string Table =
        """
        1,9,0.18065,0.20269,0.20159,0.12382
        1,10,0.12827,0.14806,0.14706,0.08012
        1,11,0.08675,0.10347,0.10261,0.04874
        1,12,0.05561,0.06884,0.06815,0.02778
        1,13,0.03367,0.04343,0.04291,0.01481
        1,14,0.01921,0.02591,0.02555,0.00739
        1,15,0.01033,0.01459,0.01436,0.00345
        1,16,0.00523,0.00776,0.00762,0.00152
        1,17,0.00250,0.00390,0.00382,0.00063
        2,10,0.20155,0.22511,0.22394,0.12185
        2,11,0.15115,0.17311,0.17201,0.08144
        2,12,0.10906,0.12859,0.12760,0.05153
        2,13,0.07538,0.09189,0.09104,0.03075
        2,14,0.04972,0.06292,0.06223,0.01728
        2,15,0.03121,0.04114,0.04061,0.00913
        2,16,0.01860,0.02563,0.02525,0.00455
        2,17,0.01052,0.01519,0.01493,0.00214
        2,18,0.00565,0.00856,0.00839,0.00095
        2,19,0.00288,0.00459,0.00449,0.00040
        2,20,0.00140,0.00234,0.00228,0.00016
        """;

    /// <summary>Rarer chances of delay are not estimated [0–1].</summary>
    private const double Rare = 0.005;

    private static readonly (string Name, int Column, Func<SystemModel> Compile)[] Variants =
    [
        ("as described", 2, () => ModelText.CompileLibrary("stroke-unit")),
        ("5 % less between arrivals", 3, () => ModelText.CompileLibrary("stroke-unit", "plus5")),
        ("5 % more arrivals", 4, () => ModelText.CompileLibraryWith("stroke-unit", "- { scale: \"streams.*.rate\", by: 1.05 }")),
        ("without complex neurological", 5, () => ModelText.CompileLibrary("stroke-unit", "no-neuro")),
    ];

    private static readonly (string Beds, double First, double Second)[] Pooled =
    [
        ("0-0-22", 0.06291, 0.06291), ("0-0-26", 0.01581, 0.01581), ("14-12-0", 0.03869, 0.27167), ("11-11-4", 0.04216, 0.08565), ("11-10-5", 0.03584, 0.08685),
        ("10-10-6", 0.03991, 0.06284), ("10-9-7", 0.03734, 0.06341), ("9-9-8", 0.04005, 0.05069), ("9-8-9", 0.03914, 0.05092),
    ];

    public static ExactSection Section { get; } = new(
        "Acute stroke and rehabilitation beds (Monks et al. 2016)",
        "Network of M/G/∞: Erlang's loss formula and Poisson occupancies at the offered loads of the published parameters",
        "The chance that a patient is delayed if there were n beds; below, that no bed is free if a acute and r rehabilitation beds are kept apart and s are shared (a-r-s). 150 replications of 5 years after 3, as published.",
        [.. Variants.Select(variant =>
            new ExactSystem(variant.Name, variant.Compile,
                [.. Alone(variant.Name, variant.Column), .. variant.Column == 2 ? Shared() : []]) { Replications = 150 })]);

    private static IEnumerable<ExactValue> Alone(string variant, int column) => Numbers.Rows(Table).Select(row =>
    {
        var (pool, unit) = row[0] == 1 ? ("asu-bed", "acute") : ("rehab-bed", "rehabilitation");
        return new ExactValue($"chance of delay, {row[1]} {unit} beds", row[column], runs => runs.ValuesOrZero("p_delay", $"{pool}/{row[1]}"), 0.2)
        {
            Row = $"{row[1]} {unit}",
            Column = variant,
            Resolution = Rare,
        };
    });

    private static IEnumerable<ExactValue> Shared() =>
        from beds in Pooled
        from side in new[] { (Name: "acute", Group: "first", Exact: beds.First), (Name: "rehabilitation", Group: "second", Exact: beds.Second) }
        select new ExactValue($"no free bed, {beds.Beds}, {side.Name}", side.Exact, runs => runs.ValuesOrZero("p_pooled", $"{beds.Beds}/{side.Group}"), 0.1)
        {
            Row = $"{beds.Beds}, {side.Name}",
            Column = "as described",
        };
}
