using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Answers;

/// <summary>How far an answer can be trusted, in a sentence or two.</summary>
public static class AnswerTrust
{
    /// <summary>Replications and draws, the model's own error of the levels shown, and the share of numbers assumed.</summary>
    public static string Of(Answer answer) => Of(answer, sayNumbers: true);

    /// <summary>The same; the share of numbers is left out where it is said beside.</summary>
    internal static string Of(Answer answer, bool sayNumbers)
    {
        var results = answer.Results;
        var draws = DrawWords.CountOf(results);
        var replications = results.Run.ReplicationsOf(ExperimentPlan.BaselineId);
        var unknown = draws > 0 ? FormattableString.Invariant($" and {draws} draws of what is not known") : ", chance alone";
        var rests = FormattableString.Invariant($"{replications} replication{(replications == 1 ? "" : "s")}{unknown}");
        var errors = answer.Lines.Where(line => double.IsFinite(line.ModelError95))
            .Select(line => $"{line.Name} {LevelErrorWords.Half(line.ModelError95)}{UnitWords.OfDifference(line.Unit, answer.Data.Period)}").ToList();
        var own = errors.Count == 0 ? "the model's own error of a level has not been measured" : $"the model's own error of a level, by a year that was predicted: {string.Join(", ", errors)}";
        var numbers = results.System.Numbers;
        var assumed = numbers.Count == 0 || !sayNumbers ? "" : FormattableString.Invariant($"; {numbers.Assumed:N0} of the {numbers.Count:N0} numbers of the system are assumed");
        return $"How far to trust it: {rests}; {own}{assumed}.";
    }
}
