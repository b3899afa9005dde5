using System.Text.Json.Serialization;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What can be said of a measure's change from year to year.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SettledVerdict>))]
public enum SettledVerdict : byte
{
    /// <summary>Shown to be within its bound.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>It surely moves, by more than its bound.</summary>
    [JsonStringEnumMemberName("not settled")]
    NotSettled,

    /// <summary>Neither is shown by so many replications.</summary>
    [JsonStringEnumMemberName("cannot be told")]
    CannotBeTold,
}
