using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>What the made-up system calls its measures.</summary>
internal static class MadeUpWords
{
    public static IReadOnlyList<MeasureFacts> All { get; } =
    [
        Of("occupancy_rate", "%", "Bed occupancy", "occupancy"),
        Of("four_hour_rate", "%", "The share of A&E patients who leave within four hours", "four-hour", "A&E within four hours") with { Better = "higher" },
        Of("breaches", "per day", "Stays of over four hours in A&E", "four-hour", "A&E stays over four hours") with { Better = "lower" },
        Of("ae_attendances", "per day", "A&E attendances", "attendances"),
        Of("miu_attendances", "per day", "Visits to minor injury units", "minor-injuries"),
        Of("electives_cancelled", "%", "The share of planned admissions that are cancelled", "electives"),
        Of("readmission_30d", "%", "The share of patients readmitted within 30 days", "readmission"),
        Of("length_of_stay", "d", "The mean length of stay", "stay"),
        Of("handover_over_30", "%", "The share of ambulance handovers that take over 30 minutes", "handovers"),
        Of("dtoc_rate", "%", "The share of bed-days lost to delayed transfers of care", "delays"),
        Of("dtoc_days", "days", "Bed-days lost to delayed transfers of care", "delays"),
        Of("delayed_beds", "beds", "Beds held by delayed transfers of care", "delays"),
        Of("boarded", "patients", "Patients in the day room", "bending", "In the day room") with { Quantity = "occupied_time" },
        Of("put_off", "per day", "Planned patients put off", "bending") with { Quantity = "entries" },
        Of("diverted", "per day", "Ambulances sent on", "bending") with { Quantity = "entries" },
    ];

    private static MeasureFacts Of(string id, string unit, string title, string topic, string label = "") =>
        new(id, unit, "Made up.", "made up", title) { Topic = topic, Short = label };
}
