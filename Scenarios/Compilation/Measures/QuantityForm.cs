using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>What the names in a quantity are names of.</summary>
internal enum QuantitySubject : byte
{
    /// <summary>Nothing: <c>censuses: true</c>.</summary>
    None,
    Clocks,
    Stages,
    Exits,
    Streams,
    Pools,
}

/// <summary>What a quantity is a number of.</summary>
internal enum QuantityUnit : byte
{
    Patients,

    /// <summary>Patients or units at each census, added up: days.</summary>
    PatientCensuses,
    UnitCensuses,
    Censuses,

    /// <summary>Lengths of visits or waits, added up [s].</summary>
    Lengths,

    /// <summary>Units over time [unit s].</summary>
    UnitTime,

    /// <summary>Patients over time [patient s].</summary>
    PatientTime,
}

/// <summary>One of the quantities of which measures are made: its key in the description and what may stand beside it.</summary>
/// <param name="Key">Key in the description, such as <c>visits</c>.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Subject">What its names are.</param>
/// <param name="Unit">What it is a number of.</param>
/// <param name="OwnKeys">Keys of its own beside <c>where</c> and <c>group</c>, which those that count patients one by one have.</param>
internal sealed record QuantityForm(string Key, QuantityKind Kind, QuantitySubject Subject, QuantityUnit Unit, params string[] OwnKeys)
{
    public static readonly QuantityForm Visits = new("visits", QuantityKind.Visits, QuantitySubject.Clocks, QuantityUnit.Patients, "within", "over");
    public static readonly QuantityForm VisitTime = new("visit_time", QuantityKind.VisitTime, QuantitySubject.Clocks, QuantityUnit.Lengths);
    public static readonly QuantityForm Started = new("started", QuantityKind.Started, QuantitySubject.Stages, QuantityUnit.Patients, "within", "over", "part");
    public static readonly QuantityForm WaitTime = new("wait_time", QuantityKind.WaitTime, QuantitySubject.Stages, QuantityUnit.Lengths, "part");
    public static readonly QuantityForm Censuses = new("censuses", QuantityKind.Censuses, QuantitySubject.None, QuantityUnit.Censuses, "at");

    /// <summary>Length of the period: only as a denominator, it has no key.</summary>
    public static readonly QuantityForm Time = new("", QuantityKind.Time, QuantitySubject.None, QuantityUnit.UnitTime);

    /// <summary>The constant 1: only as a denominator, it has no key.</summary>
    public static readonly QuantityForm One = new("", QuantityKind.One, QuantitySubject.None, QuantityUnit.Censuses);

    /// <summary>Every quantity that can be written.</summary>
    public static IReadOnlyList<QuantityForm> All { get; } =
    [
        Visits,
        VisitTime,
        new("starts", QuantityKind.Starts, QuantitySubject.Clocks, QuantityUnit.Patients),
        new("entries", QuantityKind.Entries, QuantitySubject.Stages, QuantityUnit.Patients),
        new("exits", QuantityKind.Exits, QuantitySubject.Exits, QuantityUnit.Patients),
        new("gave_up", QuantityKind.GaveUp, QuantitySubject.Stages, QuantityUnit.Patients, "reason"),
        new("arrivals", QuantityKind.Arrivals, QuantitySubject.Streams, QuantityUnit.Patients),
        Started,
        WaitTime,
        new("occupied", QuantityKind.OccupiedTime, QuantitySubject.Pools, QuantityUnit.UnitTime),
        new("open", QuantityKind.OpenTime, QuantitySubject.Pools, QuantityUnit.UnitTime),
        new("census_occupied", QuantityKind.CensusOccupied, QuantitySubject.Pools, QuantityUnit.UnitCensuses, "at"),
        new("census_open", QuantityKind.CensusOpen, QuantitySubject.Pools, QuantityUnit.UnitCensuses, "at"),
        new("census_over", QuantityKind.CensusOver, QuantitySubject.Pools, QuantityUnit.Censuses, "share", "at"),
        Censuses,
        new("census_present", QuantityKind.CensusPresent, QuantitySubject.Clocks, QuantityUnit.PatientCensuses, "in", "longer_than", "at"),
        new("census_delayed", QuantityKind.CensusDelayed, QuantitySubject.Pools, QuantityUnit.PatientCensuses, "reasons", "attribution", "at"),
        new("delayed_time", QuantityKind.DelayedTime, QuantitySubject.Pools, QuantityUnit.PatientTime, "reasons", "attribution"),
    ];

    /// <summary>True where patients are counted, not units or censuses.</summary>
    public bool OfPatients => Unit is QuantityUnit.Patients or QuantityUnit.PatientCensuses or QuantityUnit.Lengths or QuantityUnit.PatientTime;

    /// <summary>True for delayed quantities, which are kept by pool, reason and attribution.</summary>
    public bool OfDelays => Kind is QuantityKind.CensusDelayed or QuantityKind.DelayedTime;

    /// <summary>True where patients are counted one by one, so that <c>where</c> can choose among them and an attribute can group them.</summary>
    public bool OnePatientEach => OfPatients && !OfDelays;

    /// <summary>True where the same value holds for every place, as the length of the period does.</summary>
    public bool HasNoPlace => Kind is QuantityKind.Time or QuantityKind.One or QuantityKind.Censuses;

    /// <summary>True where the sum is of seconds.</summary>
    public bool InSeconds => Unit is QuantityUnit.Lengths or QuantityUnit.UnitTime or QuantityUnit.PatientTime;

    /// <summary>True where the sum is over time, so that a time average is meaningful.</summary>
    public bool OverTime => Unit is QuantityUnit.UnitTime or QuantityUnit.PatientTime;

    /// <summary>True where it is counted at each census.</summary>
    public bool AtCensus => Unit is QuantityUnit.UnitCensuses or QuantityUnit.PatientCensuses or QuantityUnit.Censuses;

    public static QuantityForm? Find(string key) => All.FirstOrDefault(form => form.Key == key);
}
