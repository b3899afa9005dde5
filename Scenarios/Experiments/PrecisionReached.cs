using System.Text.Json.Serialization;

namespace FlowSim.Scenarios.Experiments;

/// <summary>How precise the means of an experiment are, by the value that is furthest from what was asked for, or nearest to the limit.</summary>
public sealed record PrecisionReached
{
    /// <summary>The share asked for [0 to 1]; NaN where only some measures have a tolerance, each its own.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public required double Asked { get; init; }

    /// <summary>True when every value is as precise as asked for.</summary>
    public required bool Reached { get; init; }

    /// <summary>Replications run.</summary>
    public required int Replications { get; init; }

    /// <summary>Replications allowed.</summary>
    public required int Most { get; init; }

    /// <summary>The time allowed; NaN: there was no limit [s].</summary>
    [JsonPropertyName("most_seconds"), JsonConverter(typeof(NumberOrNullConverter))]
    public double MostSeconds { get; init; } = double.NaN;

    /// <summary>What ended it: <c>precision</c>, <c>replications</c>, <c>time</c>, or <c>stopped</c> by the user or a run that cannot go on.</summary>
    [JsonPropertyName("ended_by")]
    public string EndedBy { get; init; } = "";

    /// <summary>Values that were watched.</summary>
    public required int Watched { get; init; }

    /// <summary>The measure of the value that bound; empty: nothing was watched.</summary>
    public required string Measure { get; init; }

    /// <summary>Its scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>True where it is the difference of the scenario from the baseline.</summary>
    [JsonPropertyName("is_difference")]
    public required bool IsDifference { get; init; }

    public required string Unit { get; init; }

    /// <summary>Half the width of its 95 % interval.</summary>
    [JsonPropertyName("half_width"), JsonConverter(typeof(NumberOrNullConverter))]
    public required double HalfWidth { get; init; }

    /// <summary>What half the width may be.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public required double Tolerance { get; init; }

    /// <summary>Replications that would do if they vary as those that were run [replications].</summary>
    public required int Needed { get; init; }
}
