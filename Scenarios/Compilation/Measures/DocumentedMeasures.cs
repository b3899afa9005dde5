namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Ids that charts, report and readers' scripts look for: a system declares those that it has.</summary>
public static class DocumentedMeasures
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "occupancy_rate", "midnight_occupancy_rate", "sitrep_occupancy_rate", "days_over_95", "occupied_beds", "critical_care_occupancy_rate",
        "four_hour_rate", "four_hour_rate_all", "breaches", "trolley_12h", "trolley_4h", "ae_attendances", "miu_attendances", "left_without_being_seen",
        "emergency_admissions", "emergency_admissions_per_100k", "elective_admissions", "bed_days_per_100k",
        "dtoc_rate", "dtoc_rate_official", "dtoc_days", "dtoc_days_per_100k", "delayed_beds", "medically_fit_days",
        "length_of_stay", "stays_over_7d_share", "stays_over_21d_share", "handover_over_15", "handover_over_30", "handover_over_60",
        "response_mean", "response_p90", "hear_treat_rate", "see_treat_rate", "conveyance_rate", "calls_111", "answered_60s", "abandoned",
        "clinician_contact", "callback_4h", "electives_cancelled", "readmission_30d", "community_occupancy_rate", "community_wait",
    ];

    /// <summary>Groups of pools that measures and charts of the documents speak of.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["acute-ga", "critical-care", "community"];

    /// <summary>Ids of series that charts look for.</summary>
    public static IReadOnlyList<string> Timelines { get; } = ["occupied_beds", "occupancy_rate", "in_ed"];
}
