using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>Measures as a reader would call them; an id that is not known here is written as words.</summary>
internal static class MeasureName
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["occupancy_rate"] = "Bed occupancy",
        ["midnight_occupancy_rate"] = "Bed occupancy at midnight",
        ["sitrep_occupancy_rate"] = "Bed occupancy as reported daily",
        ["critical_care_occupancy_rate"] = "Critical care occupancy",
        ["occupied_beds"] = "Occupied beds",
        ["days_over_95"] = "Days over 95 % full",
        ["four_hour_rate"] = "A&E within four hours",
        ["four_hour_rate_all"] = "A&E within four hours, all types",
        ["four_hour_rate_cohort"] = "A&E within four hours, same patients",
        ["breaches"] = "A&E stays over four hours",
        ["trolley_12h"] = "Waits over 12 hours for a bed",
        ["trolley_4h"] = "Waits over 4 hours for a bed",
        ["ae_attendances"] = "A&E attendances",
        ["miu_attendances"] = "Minor injury unit visits",
        ["emergency_admissions"] = "Emergency admissions",
        ["dtoc_rate"] = "Delayed transfers of care",
        ["dtoc_days"] = "Days of delayed transfer",
        ["delayed_beds"] = "Beds held by delayed patients",
        ["medically_fit_days"] = "Days medically fit in hospital",
        ["length_of_stay"] = "Length of stay",
        ["handover_over_15"] = "Handovers over 15 minutes",
        ["handover_over_30"] = "Handovers over 30 minutes",
        ["handover_over_60"] = "Handovers over 60 minutes",
        ["response_mean"] = "Ambulance response, mean",
        ["response_p90"] = "Ambulance response, nine in ten",
        ["electives_cancelled"] = "Planned admissions cancelled",
        ["elective_admissions"] = "Planned admissions",
        ["left_without_being_seen"] = "Left A&E without being seen",
        ["readmission_30d"] = "Readmitted within 30 days",
        ["community_occupancy_rate"] = "Community bed occupancy",
        ["community_wait"] = "Wait for a community bed",
        ["calls_111"] = "Calls to NHS 111",
        ["wait_mean"] = "Mean wait",
        ["wait_p90"] = "Wait that nine in ten stay under",
        ["queue_length"] = "Patients waiting",
        ["in_ed"] = "Patients in A&E",
        ["acute-ga"] = "General and acute beds",
        ["utilisation"] = "Use of capacity",
        ["occupied"] = "In use",
        ["p_delay"] = "Chance that an arrival finds so many beds full",
        ["p_full"] = "Time with so many beds or more in use",
        ["occupancy_distribution"] = "Time with so many beds in use",
    };

    /// <summary>What the system calls it; else, of what every run has and where the system says nothing, the usual words; else its id.</summary>
    public static string Of(SystemFacts system, string measure) =>
        system.Measures.FirstOrDefault(known => known.Id == measure) is not { } facts ? Of(measure)
        : facts.Title.Length > 0 ? facts.Title
        : GenericMeasures.Find(measure) is not null ? Of(measure)
        : PlaceName.Sentence(measure);

    /// <summary>The usual words for an id.</summary>
    public static string Of(string measure) => Known.TryGetValue(measure, out var name) ? name : PlaceName.Sentence(measure);
}
