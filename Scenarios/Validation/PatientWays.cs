using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Follows the patients of one stream through the stages with the values that decide where they go, and finds the stages that need an attribute
/// which they have not. What depends on the state of the system may go either way; a system with too many ways is followed in part.
/// </summary>
internal sealed class PatientWays
{
    /// <summary>Stages with values that are looked at, for one stream.</summary>
    private const int Most = 4_000;

    private readonly SystemModel model;
    private readonly bool[] followed;
    private readonly Action<int, int, bool> missing;
    private readonly Dictionary<Way, bool> seen = [];
    private readonly Queue<Way> open = new();

    /// <param name="model">The system.</param>
    /// <param name="followed">Attributes whose values are followed; of the others nothing is known.</param>
    /// <param name="missing">Told of a stage and an attribute it needs that a patient has not; true when nothing on the way was open.</param>
    public PatientWays(SystemModel model, bool[] followed, Action<int, int, bool> missing)
    {
        this.model = model;
        this.followed = followed;
        this.missing = missing;
    }

    public void Follow(StreamModel stream)
    {
        foreach (var values in StartValues.Of(model, stream, followed))
        {
            foreach (var (start, sure) in Made(stream.Attributes, values, -1, true))
            {
                Go(-1, stream.To, start, sure);
                Censuses(stream, start, sure);
            }
        }

        while (open.TryDequeue(out var way) && seen.Count < Most)
        {
            Pass(way.Stage, way.Values, seen[way]);
        }
    }

    private void Censuses(StreamModel stream, PatientValues values, bool sure)
    {
        var index = Array.IndexOf(model.Streams, stream);
        for (var stage = 0; stage < model.Stages.Length && !model.Run.BeginsEmpty; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith.Where(census => census.Stream == index && census.InPlace + census.Waiting > 0))
            {
                foreach (var (start, isSure) in Made(census.Sets, values, stage, sure))
                {
                    Enter(stage, start, isSure);
                }
            }
        }
    }

    private void Enter(int stage, PatientValues values, bool sure)
    {
        var way = new Way(stage, model.Stages[stage].Own.Where(own => followed[own.Attribute])
            .Aggregate(values, (before, own) => before.With(own.Attribute, own.Value)));
        if (!seen.TryGetValue(way, out var before) || (sure && !before))
        {
            seen[way] = sure;
            open.Enqueue(way);
        }
    }

    private void Pass(int index, PatientValues entering, bool isSure)
    {
        var stage = model.Stages[index];
        foreach (var (values, made) in Made(stage.Sets, entering, index, isSure))
        {
            var (sure, everybody) = (made, false);
            Need(AttributeReads.Of(stage.Time).Concat(stage.Adds.SelectMany(rule => AttributeReads.Of(rule.Lookup))), index, values, sure);
            if (stage.Place.Length > 0 || stage.Staff.Length > 0)
            {
                Need(AttributeReads.WhileWaiting(stage), index, values, sure);
                Array.ForEach(stage.GivesUp, reason => Go(index, reason.To, values, sure));
            }

            foreach (var diversion in stage.Diversions.Where(diversion => Array.Exists(diversion.Shares, share => share > 0)))
            {
                var holds = diversion.If is null ? true : Truth(diversion.If, index, values, sure);
                if (holds != false)
                {
                    Need(AttributeReads.Of(diversion.Lookup), index, values, sure && holds == true);
                    Go(index, diversion.To, values, sure && holds == true);
                    if (Array.TrueForAll(diversion.Shares, share => share >= 1))
                    {
                        everybody |= holds == true;
                        sure = sure && holds == true;
                    }
                }
            }

            if (!everybody)
            {
                Route(index, stage.Then, values, sure);
            }
        }
    }

    private void Route(int index, Routing then, PatientValues values, bool sure)
    {
        foreach (var branch in then.Branches)
        {
            var holds = branch.If is null ? true : Truth(branch.If, index, values, sure);
            sure &= holds is not null;
            if (holds == false)
            {
                continue;
            }

            Need(AttributeReads.Of(branch.Lookup), index, values, sure);
            var cells = Cells(branch.Lookup, values);
            foreach (var target in cells.SelectMany(cell => Possible(branch.Outcomes[cell])).Distinct())
            {
                Go(index, target, values, sure);
            }

            if (holds == true)
            {
                return;
            }
        }
    }

    private void Go(int from, int target, PatientValues values, bool sure)
    {
        if (target < 0 || model.Targets[target] is not { Exit: < 0 } to)
        {
            return;
        }

        if (to.Stage >= 0)
        {
            Enter(to.Stage, values, sure);
            return;
        }

        Need([.. PatientUse.Choosing(to)], from, values, sure);
        var seconds = Math.Max(1, to.SecondValues);
        for (var at = 0; at < to.StageByValue.Length; at++)
        {
            if (to.StageByValue[at] >= 0 && MayBe(to.Attribute, at / seconds) && MayBe(to.SecondAttribute, at % seconds))
            {
                var there = values.With(to.Attribute, at / seconds);
                Enter(to.StageByValue[at], to.SecondAttribute < 0 ? there : there.With(to.SecondAttribute, at % seconds),
                    sure && values[to.Attribute] == at / seconds && (to.SecondAttribute < 0 || values[to.SecondAttribute] == at % seconds));
            }
        }

        bool MayBe(int attribute, int value) => attribute < 0 || values[attribute] == value || values[attribute] == PatientValues.Any;
    }

    /// <summary>The values after rules are made: one way for each value that a followed attribute may get.</summary>
    private List<(PatientValues Values, bool Sure)> Made(SetRule[] rules, PatientValues values, int stage, bool sure)
    {
        List<(PatientValues Values, bool Sure)> ways = [(values, sure)];
        foreach (var rule in rules)
        {
            ways = [.. ways.SelectMany(way => Made(rule, way.Values, stage, way.Sure)).GroupBy(way => way.Values)
                .Select(group => (group.Key, group.Any(way => way.Sure))).Take(Most)];
        }

        return ways;
    }

    private IEnumerable<(PatientValues Values, bool Sure)> Made(SetRule rule, PatientValues values, int stage, bool sure)
    {
        foreach (var branch in rule.Branches)
        {
            var holds = branch.If is null ? true : Truth(branch.If, stage, values, sure);
            sure &= holds is not null;
            if (holds == false)
            {
                continue;
            }

            Need(AttributeReads.Of(branch), stage, values, sure);
            foreach (var value in followed[rule.Attribute] ? Given(branch, values).Distinct() : [])
            {
                yield return (values.With(rule.Attribute, value), sure);
            }

            if (!followed[rule.Attribute])
            {
                yield return (values, sure);
            }

            if (holds == true)
            {
                yield break;
            }
        }

        yield return (values, sure);
    }

    private static IEnumerable<int> Given(SetBranch branch, PatientValues values)
    {
        switch (branch.Kind)
        {
            case SetKind.Drawn:
                return Cells(branch.Lookup, values).SelectMany(cell => Possible(branch.Outcomes[cell]));
            case SetKind.Copied:
                var from = values[branch.From];
                return [from < 0 || branch.ValueMap is not { } map ? from : map[from]];
            default:
                return [PatientValues.Any];
        }
    }

    /// <summary>What stands in the cells that the values leave open.</summary>
    private static IEnumerable<int> Cells(Lookup lookup, PatientValues values)
    {
        IEnumerable<int> offsets = [0];
        for (var index = 0; index < lookup.Keys.Length; index++)
        {
            var key = lookup.Keys[index];
            var size = (index == 0 ? lookup.Cells.Length : lookup.Keys[index - 1].Stride) / key.Stride;
            var value = key.Source == KeySource.Attribute && key.Map is null ? values[key.Attribute] : PatientValues.Any;
            offsets = value == PatientValues.Any ? offsets.SelectMany(offset => Enumerable.Range(0, size).Select(step => offset + (step * key.Stride)))
                : value < 0 || value >= size ? [] : offsets.Select(offset => offset + (value * key.Stride));
        }

        return offsets.Select(offset => lookup.Cells[offset]).Where(cell => cell >= 0).Distinct();
    }

    private static IEnumerable<int> Possible(FlowSim.Simulator.Sampling.OutcomeSet set) =>
        Enumerable.Range(0, set.Outcomes.Length).Where(index => set.Share(index) > 0).Select(index => set.Outcomes[index]);

    /// <summary>Whether a condition holds; null where the values do not tell. A pool or stage by an attribute that is not set stops the run.</summary>
    private bool? Truth(Expression condition, int stage, PatientValues values, bool sure)
    {
        switch (condition.Kind)
        {
            case ExpressionKind.Not:
                return !Truth(condition.Left!, stage, values, sure);
            case ExpressionKind.And:
                var left = Truth(condition.Left!, stage, values, sure);
                return left == false
                    ? false
                    : Truth(condition.Right!, stage, values, sure && left == true) is var right && right == false ? false
                    : left & right;
            case ExpressionKind.Or:
                var first = Truth(condition.Left!, stage, values, sure);
                return first == true
                    ? true
                    : Truth(condition.Right!, stage, values, sure && first == false) is var second && second == true ? true
                    : first | second;
            case ExpressionKind.Equal or ExpressionKind.NotEqual when Value(condition.Left!, values) is { } one && Value(condition.Right!, values) is { } other:
                return one == other == (condition.Kind == ExpressionKind.Equal);
            default:
                Need(AttributeReads.OfReferences(condition), stage, values, sure);
                return null;
        }
    }

    /// <summary>A length of time that is not set is 0.</summary>
    private double? Value(Expression operand, PatientValues values) => operand.Kind switch
    {
        ExpressionKind.Constant => operand.Value,
        ExpressionKind.Attribute when values[operand.Index] != PatientValues.Any => Math.Max(values[operand.Index], model.Attributes[operand.Index].Initial),
        _ => null,
    };

    private void Need(IEnumerable<int> attributes, int stage, PatientValues values, bool sure)
    {
        foreach (var attribute in attributes.Where(attribute => values[attribute] == PatientValues.Unset))
        {
            missing(stage, attribute, sure);
        }
    }

    /// <summary>A stage, and what a patient carries who comes there.</summary>
    private readonly record struct Way(int Stage, PatientValues Values);
}
