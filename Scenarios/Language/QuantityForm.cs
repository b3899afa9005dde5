using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Language;

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
    Attributes,
}

/// <summary>What a quantity is a number of.</summary>
internal enum QuantityUnit : byte
{
    Patients,

    /// <summary>Patients or units at each census, added up: days.</summary>
    PatientCensuses,
    UnitCensuses,
    Censuses,

    /// <summary>Numbers that patients carry, added up, in their own unit.</summary>
    Numbers,

    /// <summary>Lengths of visits or waits, added up [s].</summary>
    Lengths,

    /// <summary>Units over time [unit s].</summary>
    UnitTime,

    /// <summary>Patients over time [patient s].</summary>
    PatientTime,
}

/// <summary>One of the quantities of which measures are made: its key in the description and what may stand beside it.</summary>
/// <param name="Key">Key in the description, such as <c>visits</c>; without a name where it is only a denominator.</param>
/// <param name="Words">
/// What a definition says of it, with <c>{names}</c>, <c>{hour}</c> of the census, <c>{share}</c> in use, <c>{part}</c> of the wait, <c>{days}</c>,
/// <c>{inside}</c> and <c>{target}</c> of who gives up where they stand.
/// </param>
/// <param name="Kind">What is counted.</param>
/// <param name="Subject">What its names are.</param>
/// <param name="Unit">What it is a number of.</param>
/// <param name="OwnKeys">Keys of its own beside <c>where</c> and <c>group</c>, which those that count patients one by one have.</param>
internal sealed record QuantityForm(Key Key, string Words, QuantityKind Kind, QuantitySubject Subject, QuantityUnit Unit, params Key[] OwnKeys)
{
    private const string ExpectedAlone = "a quantity, such as { visits: ed }";

    public static readonly QuantityForm Visits =
        Of("visits", "Visits of clocks that end in the period.", "visits of clock {names} that ended",
            QuantityKind.Visits, QuantitySubject.Clocks, QuantityUnit.Patients, MeasureKeys.Within, MeasureKeys.Over);
    public static readonly QuantityForm VisitTime =
        Of("visit_time", "Lengths of the visits that end, added up.", "lengths of visits of clock {names}",
            QuantityKind.VisitTime, QuantitySubject.Clocks, QuantityUnit.Lengths);
    public static readonly QuantityForm Started =
        Of("started", "Waits for stages that end with a start.", "waits at {names} that ended in a start",
            QuantityKind.Started, QuantitySubject.Stages, QuantityUnit.Patients, MeasureKeys.Within, MeasureKeys.Over, MeasureKeys.Part);
    public static readonly QuantityForm WaitTime =
        Of("wait_time", "Lengths of the waits that end with a start, added up.", "{part}waits at {names}",
            QuantityKind.WaitTime, QuantitySubject.Stages, QuantityUnit.Lengths, MeasureKeys.Part);
    public static readonly QuantityForm Ended =
        Of("ended", "Services at stages that end, with the waits that came before them.", "services at {names} that ended",
            QuantityKind.Ended, QuantitySubject.Stages, QuantityUnit.Patients, MeasureKeys.Within, MeasureKeys.Over, MeasureKeys.Part);
    public static readonly QuantityForm EndedWaitTime =
        Of("ended_wait_time", "Lengths of the waits of those whose service ends, added up.", "{part}waits at {names} of those whose service ended",
            QuantityKind.EndedWaitTime, QuantitySubject.Stages, QuantityUnit.Lengths, MeasureKeys.Part);
    public static readonly QuantityForm Censuses =
        Of("censuses", "Midnights: censuses: true.", "censuses at {hour}",
            QuantityKind.Censuses, QuantitySubject.None, QuantityUnit.Censuses, MeasureKeys.CensusAt);

    public static readonly QuantityForm Carried =
        Of("carried", "Numbers that patients who leave have, added up.", "{names} of the patients who leave",
            QuantityKind.Carried, QuantitySubject.Attributes, QuantityUnit.Numbers);

    /// <summary>Patients who leave: only as a denominator of what they carry.</summary>
    public static readonly QuantityForm Carriers =
        Of("", "", "", QuantityKind.Carriers, QuantitySubject.Attributes, QuantityUnit.Patients);

    /// <summary>Length of the period: only as a denominator.</summary>
    public static readonly QuantityForm Time =
        Of("", "", "", QuantityKind.Time, QuantitySubject.None, QuantityUnit.UnitTime);

    /// <summary>People served over the length of the period: only as a denominator.</summary>
    public static readonly QuantityForm PeopleTime =
        Of("", "", "", QuantityKind.PeopleTime, QuantitySubject.None, QuantityUnit.UnitTime);

    /// <summary>The constant 1: only as a denominator.</summary>
    public static readonly QuantityForm One =
        Of("", "", "", QuantityKind.One, QuantitySubject.None, QuantityUnit.Censuses);

    /// <summary>Every quantity that can be written.</summary>
    public static IReadOnlyList<QuantityForm> All { get; } =
    [
        Visits,
        VisitTime,
        Of("starts", "Visits of clocks that begin in the period.", "starts of clock {names}",
            QuantityKind.Starts, QuantitySubject.Clocks, QuantityUnit.Patients),
        Of("entries", "Patients who enter stages.", "entries to {names}",
            QuantityKind.Entries, QuantitySubject.Stages, QuantityUnit.Patients),
        Of("exits", "Patients who leave by exits.", "patients who leave by {names}",
            QuantityKind.Exits, QuantitySubject.Exits, QuantityUnit.Patients),
        Of("gave_up", "Patients who give up waiting for stages.", "patients who give up waiting at {names}{target}",
            QuantityKind.GaveUp, QuantitySubject.Stages, QuantityUnit.Patients, MeasureKeys.Reason),
        Of("arrivals", "Patients of streams who arrive.", "arrivals of {names}",
            QuantityKind.Arrivals, QuantitySubject.Streams, QuantityUnit.Patients),
        Started,
        WaitTime,
        Ended,
        EndedWaitTime,
        Of("service_time", "Lengths of the services that begin at stages, each in full at its start, added up.", "lengths of services that begin at {names}",
            QuantityKind.ServiceTime, QuantitySubject.Stages, QuantityUnit.Lengths),
        Of("added", "What stages add to numbers of patients (adds), when they add it.", "what stages add to {names}",
            QuantityKind.Added, QuantitySubject.Attributes, QuantityUnit.Numbers),
        Carried,
        Of("present", "Patients in stages, waiting or served, over time.", "patients in {names}",
            QuantityKind.PresentTime, QuantitySubject.Stages, QuantityUnit.PatientTime),
        Of("occupied", "Units of pools or groups in use, over time.", "units occupied in {names}",
            QuantityKind.OccupiedTime, QuantitySubject.Pools, QuantityUnit.UnitTime),
        Of("open", "Units of pools or groups that are open, over time.", "units open in {names}",
            QuantityKind.OpenTime, QuantitySubject.Pools, QuantityUnit.UnitTime),
        Of("census_occupied", "Units in use at each midnight, added up.", "units occupied in {names} at {hour}",
            QuantityKind.CensusOccupied, QuantitySubject.Pools, QuantityUnit.UnitCensuses, MeasureKeys.CensusAt),
        Of("census_open", "Units open at each midnight, added up.", "units open in {names} at {hour}",
            QuantityKind.CensusOpen, QuantitySubject.Pools, QuantityUnit.UnitCensuses, MeasureKeys.CensusAt),
        Of("census_over", "Midnights at which at least a share is in use.", "censuses at {hour} at which {share} or more of {names} is occupied",
            QuantityKind.CensusOver, QuantitySubject.Pools, QuantityUnit.Censuses, MeasureKeys.CensusShare, MeasureKeys.CensusAt),
        Censuses,
        Of("census_present", "Patients whose clock runs at midnight.", "patients at {hour} with clock {names} running{days}{inside}",
            QuantityKind.CensusPresent, QuantitySubject.Clocks, QuantityUnit.PatientCensuses, MeasureKeys.In, MeasureKeys.LongerThan, MeasureKeys.CensusAt),
        Of("census_delayed", "Patients delayed in beds of pools or groups at midnight.", "delayed patients in {names} at {hour}",
            QuantityKind.CensusDelayed, QuantitySubject.Pools, QuantityUnit.PatientCensuses, MeasureKeys.Reasons, MeasureKeys.Attribution,
            MeasureKeys.CensusAt),
        Of("delayed_time", "Patients delayed in beds of pools or groups, over time.", "delayed patients in {names}",
            QuantityKind.DelayedTime, QuantitySubject.Pools, QuantityUnit.PatientTime, MeasureKeys.Reasons, MeasureKeys.Attribution),
    ];

    /// <summary>Any quantity alone in a map.</summary>
    public static Section Any { get; } = new("quantity", ExpectedAlone,
        [.. All.Select(form => form.Key), .. All.SelectMany(form => form.OwnKeys).Distinct()
            .Select(key => key with { Required = false }), MeasureKeys.Where, MeasureKeys.Group])
    {
        OneOf = [[.. All.Select(form => form.Key)]],
    };

    /// <summary>Any quantity as a measure of its own.</summary>
    public static Section AnyMeasure { get; } = new("measure of a quantity", MeasureKeys.ExpectedForm, [.. Any.Keys, MeasureKeys.Per, .. MeasureKeys.Common])
    {
        OneOf = Any.OneOf,
    };

    /// <summary>The quantity alone in a map, as in a ratio.</summary>
    public Section Alone => field ??= new Section("quantity " + Key, ExpectedAlone, [Key, .. OwnKeys, MeasureKeys.Where, MeasureKeys.Group]);

    /// <summary>The quantity as a measure of its own: a share or a rate.</summary>
    public Section Measure => field ??= new Section("measure of " + Key, MeasureKeys.ExpectedForm, [Key, .. OwnKeys, MeasureKeys.Per, .. MeasureKeys.Common]);

    /// <summary>True where patients are counted, not units or censuses.</summary>
    public bool OfPatients => Unit is QuantityUnit.Patients or QuantityUnit.PatientCensuses or QuantityUnit.Lengths or QuantityUnit.PatientTime
        or QuantityUnit.Numbers;

    /// <summary>True for delayed quantities, which are kept by pool, reason and attribution.</summary>
    public bool OfDelays => Kind is QuantityKind.CensusDelayed or QuantityKind.DelayedTime;

    /// <summary>True where patients are counted one by one, so that <c>where</c> can choose among them and an attribute can group them.</summary>
    public bool OnePatientEach => OfPatients && !OfDelays && !OfStages;

    /// <summary>True for the patients in stages, who are kept by stage.</summary>
    public bool OfStages => Kind == QuantityKind.PresentTime;

    /// <summary>True where the same value holds for every place, as the length of the period does.</summary>
    public bool HasNoPlace => Kind is QuantityKind.Time or QuantityKind.One or QuantityKind.Censuses;

    /// <summary>True where the sum is of seconds.</summary>
    public bool InSeconds => Unit is QuantityUnit.Lengths or QuantityUnit.UnitTime or QuantityUnit.PatientTime;

    /// <summary>True where the sum is over time, so that a time average is meaningful.</summary>
    public bool OverTime => Unit is QuantityUnit.UnitTime or QuantityUnit.PatientTime;

    /// <summary>True where it is counted at each census.</summary>
    public bool AtCensus => Unit is QuantityUnit.UnitCensuses or QuantityUnit.PatientCensuses or QuantityUnit.Censuses;

    public static QuantityForm? Find(string key) => All.FirstOrDefault(form => form.Key.Name == key);

    private static QuantityForm Of(string key, string help, string words, QuantityKind kind, QuantitySubject subject, QuantityUnit unit, params Key[] own)
    {
        ValueKind names = subject == QuantitySubject.None
            ? new WordKind("true")
            : new ListKind(new TextKind($"the name of one of the {subject.ToString().ToLowerInvariant()}"));
        return new QuantityForm(new Key(key, names, help), words, kind, subject, unit, own);
    }
}
