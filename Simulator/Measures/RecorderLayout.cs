using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>Where each quantity's cells stand, and which quantities each happening feeds. Made once per system.</summary>
internal sealed class RecorderLayout
{
    private readonly SystemModel model;

    public RecorderLayout(SystemModel model)
    {
        this.model = model;
        var quantities = model.Measures.Quantities;
        CellOffset = new int[quantities.Length];
        HistogramOffset = new int[quantities.Length];
        SquareOffset = new int[quantities.Length];
        Counters = new Counter[quantities.Length];
        foreach (var quantity in quantities)
        {
            Counters[quantity.Id] = new Counter(quantity, CellCount, HistogramCells, SquareCells, PlacesOf(quantity), GroupsOf(quantity));
            CellOffset[quantity.Id] = CellCount;
            CellCount += CellsOf(quantity);
            HistogramOffset[quantity.Id] = HistogramCells;
            HistogramCells += quantity.Histogram ? CellsOf(quantity) : 0;
            SquareOffset[quantity.Id] = SquareCells;
            SquareCells += quantity.Squares ? CellsOf(quantity) : 0;
        }

        var ofSeries = model.Measures.Timelines.Select(series => series.At);
        CensusTimes = [.. quantities.Where(IsCensus).Select(quantity => quantity.CensusAt).Concat(ofSeries).Append(0).Distinct().Order()];
        ByVisit = ByClock(QuantityKind.Visits, QuantityKind.VisitTime);
        ByStart = ByClock(QuantityKind.Starts);
        ByEntry = ByStage(QuantityKind.Entries);
        ByStarted = ByStage(QuantityKind.Started, QuantityKind.WaitTime);
        ByEnded = ByStage(QuantityKind.Ended, QuantityKind.EndedWaitTime);
        ByService = ByStage(QuantityKind.ServiceTime);
        ByGivingUp = ByStage(QuantityKind.GaveUp);
        ByExit = BySubject(model.Exits.Length, QuantityKind.Exits);
        ByArrival = BySubject(model.Streams.Length, QuantityKind.Arrivals);
        ByAdded = BySubject(model.Attributes.Length, QuantityKind.Added);
        ByCarried = [.. BySubject(model.Attributes.Length, QuantityKind.Carried, QuantityKind.Carriers)
            .Select((counters, attribute) => (attribute, counters)).Where(one => one.counters.Length > 0)];
        CensusOfPatients = [.. quantities.Where(quantity => quantity.Kind == QuantityKind.CensusPresent)];
        CensusOverShare = [.. quantities.Where(quantity => quantity.Kind == QuantityKind.CensusOver)];
        CanWait = [.. model.Stages.Select(stage => stage.PlaceMode == PlaceMode.Request || stage.Staff.Length > 0)];
        FlowSources = model.Stages.Length + model.Streams.Length;
        FlowTargets = model.Stages.Length + model.Exits.Length;
        var distributions = model.Measures.RecordedDistributions;
        DistributionsOfPool = [.. model.Pools.Select((_, pool) => Where(distributions, one => one.Pools.Contains(pool) || one.JointPools.Contains(pool)))];
        DistributionsOfStage = [.. model.Stages.Select((_, stage) => Where(distributions, one => one.Stages.Contains(stage)))];
        CountsPresent = Array.Exists(quantities, quantity => quantity.Kind == QuantityKind.PresentTime)
            || Array.Exists(DistributionsOfStage, own => own.Length > 0);
    }

    public int CellCount { get; }

    public int HistogramCells { get; }

    /// <summary>By id of the quantity.</summary>
    public Counter[] Counters { get; }

    public int[] CellOffset { get; }

    public int[] HistogramOffset { get; }

    public int SquareCells { get; }

    public int[] SquareOffset { get; }

    /// <summary>Seconds of the day at which censuses are taken, ascending; 0 is always one.</summary>
    public int[] CensusTimes { get; }

    public Counter[][] ByVisit { get; }

    public Counter[][] ByStart { get; }

    public Counter[][] ByEntry { get; }

    public Counter[][] ByStarted { get; }

    public Counter[][] ByEnded { get; }

    public Counter[][] ByService { get; }

    public Counter[][] ByGivingUp { get; }

    public Counter[][] ByExit { get; }

    public Counter[][] ByArrival { get; }

    /// <summary>By attribute: what counts when a stage adds to it.</summary>
    public Counter[][] ByAdded { get; }

    /// <summary>Attributes of which somebody wants to know what patients leave with, and what counts it.</summary>
    public (int Attribute, Counter[] Counters)[] ByCarried { get; }

    public Quantity[] CensusOfPatients { get; }

    public Quantity[] CensusOverShare { get; }

    /// <summary>By stage instance: somebody can wait there.</summary>
    public bool[] CanWait { get; }

    public int FlowSources { get; }

    public int FlowTargets { get; }

    /// <summary>By pool: the occupancy distributions it is part of.</summary>
    public int[][] DistributionsOfPool { get; }

    /// <summary>By stage instance: the distributions of patients it is part of.</summary>
    public int[][] DistributionsOfStage { get; }

    /// <summary>Somebody wants to know how many patients are in a stage.</summary>
    public bool CountsPresent { get; }

    /// <summary>Instances of the quantity's dimension, and one for patients of none.</summary>
    public int PlacesOf(Quantity quantity) => (quantity.By < 0 ? 0 : model.Dimensions[quantity.By].Instances.Length) + 1;

    /// <summary>Values of the quantity's group attribute, and one for patients of none.</summary>
    public int GroupsOf(Quantity quantity) => (quantity.GroupAttribute < 0 ? 0 : model.Attributes[quantity.GroupAttribute].Values.Length) + 1;

    private static bool IsCensus(Quantity quantity) =>
        quantity.Kind is QuantityKind.CensusOccupied or QuantityKind.CensusOpen or QuantityKind.CensusOver or QuantityKind.Censuses
            or QuantityKind.CensusPresent or QuantityKind.CensusDelayed;

    private int CellsOf(Quantity quantity) => PlacesOf(quantity) * GroupsOf(quantity);

    private Counter[][] ByClock(params QuantityKind[] kinds) =>
        [.. Enumerable.Range(0, model.Clocks.Length).Select(clock =>
            model.Measures.Quantities.Where(quantity => kinds.Contains(quantity.Kind) && (quantity.Clock == clock || quantity.MoreClocks.Contains(clock)))
                .Select(CounterOf).ToArray())];

    private Counter[][] ByStage(params QuantityKind[] kinds) =>
        [.. model.Stages.Select(stage =>
            model.Measures.Quantities.Where(quantity => kinds.Contains(quantity.Kind) && quantity.Subjects.Contains(stage.Template)).Select(CounterOf)
                .ToArray())];

    private Counter[][] BySubject(int count, params QuantityKind[] kinds) =>
        [.. Enumerable.Range(0, count).Select(subject =>
            model.Measures.Quantities.Where(quantity => kinds.Contains(quantity.Kind) && quantity.Subjects.Contains(subject)).Select(CounterOf).ToArray())];

    private Counter CounterOf(Quantity quantity) => Counters[quantity.Id];

    private static int[] Where(OccupancyDistribution[] distributions, Predicate<OccupancyDistribution> holds) =>
        [.. Enumerable.Range(0, distributions.Length).Where(index => holds(distributions[index]))];
}
