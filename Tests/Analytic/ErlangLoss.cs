using System.Globalization;

namespace FlowSim.Tests.Analytic;

/// <summary>
/// M/G/c/c: a ward that turns away who finds it full (Erlang B; de Bruin et al. 2010, Annals of Operations Research 178:23–43).
/// Only the mean stay matters, not its shape. The mean stay is 4 h.
/// </summary>
internal static class ErlangLoss
{
    /// <summary>Beds, offered load [patients], occupancy rate [%], share lost [0–1].</summary>
    public const string BlockingTable =
        """
        5,3,53.3967,0.11005435
        10,5,49.0808,0.01838457
        10,8,70.2671,0.12166106
        10,10,78.5418,0.21458234
        14,8.145,57.0612,0.01920634
        20,15,71.5805,0.04559322
        20,18,80.1708,0.10921285
        28,25,81.8923,0.08280657
        30,25,78.9497,0.05260317
        40,35,82.7537,0.05424360
        50,45,85.1306,0.05410447
        60,51,82.7225,0.02679442
        100,85,83.9808,0.01199044
        100,90,87.5738,0.02695738
        100,95,90.3636,0.04880421
        213,180,84.3732,0.00158374
        213,200,91.8537,0.02175788
        213,213,94.7272,0.05272815
        500,450,89.8889,0.00123445
        1000,950,94.6533,0.00364929
        """;

    /// <summary>Offered load [patients], then for 5, 2 and 1 % lost the beds needed and their occupancy rate [%].</summary>
    public const string BedsNeededTable =
        """
        5,9,53.47,10,49.08,11,45.08
        10,15,64.23,17,58.06,18,55.16
        20,26,74.06,28,70.09,30,66.10
        30,36,79.76,39,75.42,42,70.90
        50,56,85.20,61,80.54,64,77.47
        75,81,88.41,87,84.60,91,81.70
        100,105,90.64,113,86.87,117,84.63
        150,154,92.82,164,89.75,170,87.44
        200,202,94.22,214,91.60,221,89.60
        400,394,96.58,415,94.56,426,93.02
        """;

    private const string Formula = "Erlang's loss formula (Erlang B)";

    private static readonly (int Beds, string Stay)[] OtherShapes =
    [
        (5, "lognormal mean 4 h sd 6 h"), (10, "lognormal mean 4 h sd 8 h"), (28, "constant 4 h"), (28, "lognormal mean 4 h sd 4 h"),
        (28, "gamma mean 4 h sd 6 h"), (213, "lognormal mean 4 h sd 5 h"), (1000, "uniform 1 h 7 h"),
    ];

    /// <summary>Every row with exponential stays, some with others.</summary>
    public static ExactSection Blocking { get; } = new(
        "Wards that turn patients away (M/G/c/c)",
        Formula,
        "The shape of the stay does not matter, only its mean: some rows are repeated with other shapes.",
        [
            .. Numbers.Rows(BlockingTable).Select(row => Ward((int)row[0], row[1], "exponential mean 4 h", row[2], row[3])),
            .. OtherShapes.Select(shape =>
            {
                var row = Numbers.Rows(BlockingTable).Last(row => (int)row[0] == shape.Beds && (shape.Beds != 10 || row[1] == 8));
                return Ward(shape.Beds, row[1], shape.Stay, row[2], row[3]);
            }),
        ]);

    /// <summary>The beds that a share lost of at most 5, 2 or 1 % needs, with lognormal stays.</summary>
    public static ExactSection BedsNeeded { get; } = new(
        "Beds needed to turn away at most 5, 2 or 1 %",
        Formula + "; the layout of de Bruin et al. 2010",
        "Lognormal stays. That one bed fewer would turn away more than allowed is arithmetic and tested as such.",
        [
            .. from row in Numbers.Rows(BedsNeededTable)
               from column in new[] { 1, 3, 5 }
               let beds = (int)row[column]
               select Ward(beds, row[0], "lognormal mean 4 h sd 5 h", row[column + 1], Formulas.ErlangB(beds, row[0])),
        ]);

    private static ExactSystem Ward(int beds, double load, string stay, double occupancy, double lost)
    {
        // More where the ward is large and its state changes slowly.
        var patients = beds > 100 ? 2_000_000 : 800_000;
        return ExactSystem.Of(
            string.Create(CultureInfo.InvariantCulture, $"{beds} beds, load {load:0.###}, {stay}"),
            $$"""
            system: erlang-loss
            run: { starts: Mon 00:00, lasts: {{Theory.Days(patients / 20 / (load / 4 * 24))}} d, warm_up: 5 d, begin: empty }
            pools: { bed: { kind: beds, capacity: {{beds}} } }
            streams: { admissions: { to: ward, rate: {{Numbers.Text(load / 4)}} per h } }
            stages: { ward: { place: bed, gives_up: [ { queue: 0, to: lost } ], time: {{stay}}, then: leave } }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: admissions } ] }
              occupancy_rate: { unit: "%", ratio: [ { occupied: bed }, { open: bed } ] }
            """,
            new ExactValue("turned away [%]", 100 * lost, runs => runs.Values("lost"), Theory.Narrow(lost < 0.02 ? 0.15 : 0.06)),
            new ExactValue("occupancy rate [%]", occupancy, runs => runs.Values("occupancy_rate"), Theory.Narrow(0.01))) with
        {
            Conditions = [("nobody waits", runs => runs.Values("queue_length", "ward").All(value => value == 0))],
        };
    }
}
