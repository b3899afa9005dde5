namespace FlowSim.Tests.Properties;

/// <summary>What the parts of a random system must agree on: how many there are of each, and which of them there are at both sites.</summary>
internal sealed class RandomShape
{
    public const string Site = "site";

    /// <summary>All beds, as a condition without a patient adds them up.</summary>
    public const string Wards = "wards";

    private readonly bool[] bedsAtSites;
    private readonly bool[] stagesAtSites;
    private readonly bool[] bedsOnSides;
    private readonly bool[] stagesOnSides;

    public RandomShape(Dice dice, int seed)
    {
        (Dice, Seed) = (dice, seed);
        HasSites = dice.InPercent(60);
        HasDates = dice.InPercent(50);
        Beds = 2 + dice.Below(2);
        Teams = 1 + dice.Below(2);
        Stages = 2 + dice.Below(4);
        bedsAtSites = [.. Enumerable.Range(0, Beds).Select(_ => HasSites && dice.InPercent(60))];
        stagesAtSites = [.. Enumerable.Range(0, Stages).Select(_ => HasSites && dice.InPercent(50))];
        HasSides = HasSites && dice.InPercent(50);
        bedsOnSides = [.. bedsAtSites.Select(isAtSites => HasSides && isAtSites && dice.InPercent(40))];
        stagesOnSides = [.. stagesAtSites.Select(isAtSites => HasSides && isAtSites && dice.InPercent(40))];
        HasSurge = [.. Enumerable.Range(0, Beds).Select(_ => dice.InPercent(30))];
    }

    public Dice Dice { get; }

    public int Seed { get; }

    public bool HasSites { get; }

    /// <summary>A second dimension: some beds and stages are there for each pair of a site and a side.</summary>
    public bool HasSides { get; }

    /// <summary>Dates, a branch and a scenario with dated changes; without, the run starts on a weekday.</summary>
    public bool HasDates { get; }

    public int Beds { get; }

    public int Teams { get; }

    public int Stages { get; }

    public bool[] HasSurge { get; }

    /// <summary>Stages that ask for staff, as far as they are written.</summary>
    public List<int> WithStaff { get; } = [];

    /// <summary>Stages that ask for a number of staff a scenario can change.</summary>
    public List<int> WithNumberOfStaff { get; } = [];

    /// <summary>Stages whose alternatives are one pool each, so that patients may move back.</summary>
    public HashSet<int> WithMovesBack { get; } = [];

    public bool HasBedsAtSites => bedsAtSites.Any(isAtSites => isAtSites);

    public bool IsBedAtSites(int bed) => bedsAtSites[bed];


    /// <summary>What a bed or a stage is written for each of, empty or with a comma behind.</summary>
    public string EachBed(int bed) => Each(bedsAtSites[bed], bedsOnSides[bed]);

    /// <summary>The same of a stage.</summary>
    public string EachStage(int stage) => Each(stagesAtSites[stage], stagesOnSides[stage]);

    /// <summary>A bed within its own <c>each</c>.</summary>
    public string OwnBed(int bed) => $"bed-{bed}{(bedsAtSites[bed] ? "@site" : "")}{(bedsOnSides[bed] ? "@side" : "")}";

    /// <summary>A bed as a stage asks for it, now and then that of the other site.</summary>
    public string Bed(int bed) => $"bed-{bed}{(bedsAtSites[bed] ? Dice.Of("@site", "@site", "@site", "@neighbour", "@north") : "")}"
        + (bedsOnSides[bed] ? Dice.Of("@side", "@side", "@right") : "");


    /// <summary>The beds as a condition on a patient adds them up: all, or those at a site.</summary>
    public string WardsAt() => HasBedsAtSites ? Dice.Of(Wards, "wards@site", "wards@neighbour", "wards@north") : Wards;

    /// <summary>One definite bed pool.</summary>
    public string OneBed(int bed) => $"bed-{bed}{(bedsAtSites[bed] ? "@south" : "")}{(bedsOnSides[bed] ? "@left" : "")}";

    private static string Each(bool isAtSites, bool isOnSides) => isOnSides ? "each: [site, side], " : isAtSites ? "each: site, " : "";
}
