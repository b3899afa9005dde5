using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Whether a length of time may be none.</summary>
internal sealed class ZeroTime
{
    /// <summary>A drawn time counts as none when at least this share of draws rounds to 0 s; below it a loop that goes round ends soon by itself.</summary>
    private const double Share = 0.05;

    private readonly SystemModel model;

    public ZeroTime(SystemModel model) => this.model = model;

    /// <summary>True when some cell of the rule may give 0 s.</summary>
    public bool IsPossible(TimeRule rule) => Array.Exists(rule.Specs, IsPossible);

    private bool IsPossible(TimeSpec spec) => spec.Kind switch
    {
        TimeKind.Drawn or TimeKind.DrawnOfCalendar => spec.Distribution!.Seconds(Share) == 0,
        TimeKind.UntilOpens => true,
        TimeKind.Attribute => MayBeSetToZero(spec.Attribute),
        _ => false,
    };

    private bool MayBeSetToZero(int attribute)
    {
        var branches = model.Streams.SelectMany(stream => stream.Attributes)
            .Concat(model.Stages.SelectMany(stage => stage.Sets))
            .Where(rule => rule.Attribute == attribute)
            .SelectMany(rule => rule.Branches)
            .ToList();
        return branches.Count == 0
            || branches.Exists(branch => branch.Time is null || Array.Exists(branch.Time.Specs, spec => spec.Kind != TimeKind.Attribute && IsPossible(spec)));
    }
}
