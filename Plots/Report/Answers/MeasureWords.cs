using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Answers;

/// <summary>
/// Words for the measures whose ids users script against (docs/results.md). A measure that is not among them is named by its id, so that a system may
/// declare any.
/// </summary>
internal static class MeasureWords
{
    private static readonly string[] Joints = [" of ", " over ", " within ", " who ", " that ", " by ", " for ", " held ", " in ", " at ", " with ", " to ", " under ", " from ", ","];

    private const string Occupancy = "occupancy";
    private const string FourHours = "four hours";
    private const string Trolleys = "trolleys";
    private const string Delays = "delays";
    private const string Handovers = "handovers";
    private const string Response = "response";
    private const string Stay = "stay";

    private static readonly Dictionary<string, MeasureWord> Known = new(StringComparer.Ordinal)
    {
        ["occupancy_rate"] = One("Bed occupancy", Occupancy),
        ["midnight_occupancy_rate"] = One("Bed occupancy at midnight", Occupancy),
        ["sitrep_occupancy_rate"] = One("Bed occupancy at the morning census", Occupancy),
        ["days_over_95"] = One("The share of days that end with 95 % or more of beds occupied", Occupancy),
        ["occupied_beds"] = Many("Occupied beds", Occupancy),
        ["critical_care_occupancy_rate"] = One("Occupancy of critical care beds", "critical care"),
        ["four_hour_rate"] = One("The share of A&E patients who leave within four hours", FourHours),
        ["four_hour_rate_all"] = One("The share of A&E and minor injury patients who leave within four hours", FourHours),
        ["breaches"] = Many("Stays of over four hours in A&E", FourHours),
        ["trolley_12h"] = Many("Waits of over 12 hours for a bed after the decision to admit", Trolleys),
        ["trolley_4h"] = Many("Waits of over 4 hours for a bed after the decision to admit", Trolleys),
        ["ae_attendances"] = Many("A&E attendances", "attendances"),
        ["miu_attendances"] = Many("Visits to minor injury units", "minor injuries"),
        ["left_without_being_seen"] = One("The share of A&E patients who leave without being seen", "unseen"),
        ["emergency_admissions"] = Many("Emergency admissions", "admissions"),
        ["emergency_admissions_per_100k"] = Many("Emergency admissions", "admissions"),
        ["bed_days_per_100k"] = Many("Bed-days", Occupancy),
        ["dtoc_rate"] = One("The share of bed-days lost to delayed transfers of care", Delays),
        ["dtoc_rate_official"] = One("The official rate of delayed transfers of care", Delays),
        ["dtoc_days"] = Many("Bed-days lost to delayed transfers of care", Delays),
        ["dtoc_days_per_100k"] = Many("Bed-days lost to delayed transfers of care", Delays),
        ["delayed_beds"] = Many("Beds held by delayed transfers of care", Delays),
        ["medically_fit_days"] = Many("Bed-days of patients who are fit to leave", "fit to leave"),
        ["length_of_stay"] = One("The mean length of stay", Stay),
        ["stays_over_7d_share"] = One("The share of occupied beds with stays of over 7 days", Stay),
        ["stays_over_21d_share"] = One("The share of occupied beds with stays of over 21 days", Stay),
        ["handover_over_30"] = One("The share of ambulance handovers that take over 30 minutes", Handovers),
        ["handover_over_60"] = One("The share of ambulance handovers that take over 60 minutes", Handovers),
        ["response_mean"] = One("The mean ambulance response time", Response),
        ["response_p90"] = One("The ambulance response time that nine in ten do not exceed", Response),
        ["hear_treat_rate"] = One("The share of ambulance incidents closed by telephone", "telephone"),
        ["see_treat_rate"] = One("The share of ambulance incidents treated at the scene", "scene"),
        ["conveyance_rate"] = One("The share of ambulance incidents taken to hospital", "conveyance"),
        ["calls_111"] = Many("Calls to NHS 111", "calls"),
        ["answered_60s"] = One("The share of 111 calls answered within 60 seconds", "answered"),
        ["abandoned"] = One("The share of 111 calls abandoned", "abandoned"),
        ["clinician_contact"] = One("The share of 111 callers who speak to a clinician", "clinician"),
        ["callback_4h"] = One("The share of 111 call-backs within four hours", "call-back"),
        ["electives_cancelled"] = One("The share of planned admissions that are cancelled", "electives"),
        ["readmission_30d"] = One("The share of patients readmitted within 30 days", "readmission"),
        ["community_occupancy_rate"] = One("Occupancy of community beds", "community beds"),
        ["community_wait"] = One("The wait for a community bed", "community wait"),
        ["wait_mean"] = One("The mean wait", "wait", " for "),
        ["wait_median"] = One("The median wait", "wait", " for "),
        ["wait_p90"] = One("The wait that nine in ten do not exceed", "wait", " for "),
        ["wait_p95"] = One("The wait that 19 in 20 do not exceed", "wait", " for "),
        ["queue_length"] = Many("Patients who wait", "queue", " for "),
        ["utilisation"] = One("Utilisation", "utilisation", " of "),
        ["occupied"] = One("Occupancy", "utilisation", " of "),
        ["open"] = One("Open capacity", "open", " of "),
    };

    /// <summary>
    /// The documented words where the system calls the measure as it is documented, or says nothing of it; else words made from its own title, or its id:
    /// another system may mean something else by the same id.
    /// </summary>
    public static MeasureWord Of(SystemFacts system, string measure) =>
        system.Measures.FirstOrDefault(known => known.Id == measure) is not { } facts || GenericMeasures.Find(measure) is not null ? Of(measure)
        : facts.Title.Length == 0 ? FromId(measure)
        : facts.Title == MeasureName.Of(measure) ? Of(measure)
        : FromName(facts.Title, measure);

    public static MeasureWord Of(string measure) => Known.TryGetValue(measure, out var word) ? word : FromId(measure);

    private static MeasureWord FromId(string measure) => FromName(measure.Replace('_', ' '), measure);

    private static MeasureWord FromName(string name, string topic)
    {
        // "Beds held by others" is about beds.
        var head = Joints.Select(joint => name.IndexOf(joint, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(name.Length).Min();
        var isPlural = name[..head].EndsWith('s') && !name[..head].EndsWith("ss", StringComparison.Ordinal);
        return new MeasureWord(name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..], isPlural, topic);
    }

    private static MeasureWord One(string name, string topic, string joint = "") => new(name, IsPlural: false, topic, joint);

    private static MeasureWord Many(string name, string topic, string joint = "") => new(name, IsPlural: true, topic, joint);
}
