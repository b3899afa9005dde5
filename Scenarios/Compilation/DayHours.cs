using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Collects spans of one day with a value and makes a day pattern of them; gaps are 0.</summary>
internal sealed class DayHours
{
    private readonly List<(int From, int To, double Value, int Rank)> spans = [];

    /// <summary>A span [s after midnight]; where spans overlap the higher rank wins.</summary>
    public void Add(int from, int to, double value, int rank = 0)
    {
        if (from < to)
        {
            spans.Add((from, Math.Min(to, SimTime.Day), value, rank));
        }
    }

    /// <summary>True when two spans of the same rank overlap.</summary>
    public bool Overlaps =>
        spans.Exists(one => spans.Exists(other => !one.Equals(other) && one.Rank == other.Rank && one.From < other.To && other.From < one.To))
        || spans.Distinct().Count() < spans.Count;

    public DayPattern ToPattern()
    {
        int[] points = [.. spans.SelectMany(span => new[] { span.From, span.To }).Append(0).Where(point => point < SimTime.Day).Distinct().Order()];
        var from = new List<int>();
        var values = new List<double>();
        foreach (var point in points)
        {
            var value = ValueAt(point);
            if (values.Count == 0 || values[^1] != value)
            {
                from.Add(point);
                values.Add(value);
            }
        }

        return new DayPattern([.. from], [.. values]);
    }

    private double ValueAt(int second)
    {
        var best = int.MinValue;
        var value = 0.0;
        foreach (var span in spans)
        {
            if (span.From <= second && second < span.To && span.Rank > best)
            {
                best = span.Rank;
                value = span.Value;
            }
        }

        return value;
    }
}
