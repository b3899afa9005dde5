using System.Text.Json.Serialization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Results;

/// <summary>How many numbers the baseline has, how many are assumed, and which of them move the headline measures most.</summary>
public sealed record NumberFacts
{
    /// <summary>All of them, also those of which nothing is said; 0 in files of versions that did not count them.</summary>
    public int Count { get; init; }

    public int Assumed { get; init; }

    /// <summary>Numbers, or rows of a table taken together, with a range whose ends can be tried.</summary>
    public int Triable { get; init; }

    /// <summary>Those that were tried, the one first that moves a headline measure most; empty: none was.</summary>
    public IReadOnlyList<TriedNumberFacts> Tried { get; init; } = [];

    /// <summary>Paths that were tried and are in the description no more.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>True where some of it no longer fits the description: numbers have gone, or have another value or range now.</summary>
    [JsonIgnore]
    public bool IsOutdated => Gone.Count > 0 || Tried.Any(one => one.Since.Length > 0);
}

/// <summary>A number that was tried at both ends of its range, with the measure it moves most of all that were watched.</summary>
public sealed record TriedNumberFacts
{
    /// <summary>As <c>flowsim assumptions</c> lists it; of rows that were moved together that of their table.</summary>
    public required string Path { get; init; }

    /// <summary><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>, or empty; of rows together that of most of them.</summary>
    public required string Status { get; init; }

    /// <summary>The parts of the system that it acts on.</summary>
    public IReadOnlyList<NumberUse> UsedBy { get; init; } = [];

    /// <summary>How many numbers were moved together [1 for one by itself].</summary>
    public required int Together { get; init; }

    /// <summary>The file it stands in; of rows together the first.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The end that was tried, as the range says it.</summary>
    public required string Low { get; init; }

    public required string High { get; init; }

    public required string Measure { get; init; }

    /// <summary>Group of the measure, or empty.</summary>
    public string Group { get; init; } = "";

    public required string Unit { get; init; }

    /// <summary>Mean of the measure in the baseline of the trial.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public double Baseline { get; init; } = double.NaN;

    /// <summary>The measure at the low end less the baseline.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public double AtLow { get; init; } = double.NaN;

    [JsonConverter(typeof(NumberOrNullConverter))]
    public double AtHigh { get; init; } = double.NaN;

    /// <summary>Its move as a share of the largest move of that measure [0 to 1]; 0: none beyond chance.</summary>
    public required double Share { get; init; }

    /// <summary>What has changed in the description since it was tried, or empty.</summary>
    public string Since { get; init; } = "";

    /// <summary>True where a move is more than chance.</summary>
    [JsonIgnore]
    public bool IsMove => Share > 0;
}
