using System.Globalization;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.Harness;

/// <summary>Limit, kernel and model language on one workload, interleaved.</summary>
internal sealed class LimitComparison
{
    private readonly IReadOnlyList<Subject> subjects;

    public LimitComparison(Workload workload, LimitProgram program, string only) =>
        subjects =
            [.. Subjects.Of(workload, program).Where(subject => !subject.NeedsWarmUp || subject.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];

    public Subject Limit => subjects[0];

    public void WarmUp()
    {
        foreach (var subject in subjects)
        {
            subject.WarmUp();
        }
    }

    /// <summary>One sample of each, beginning with another one each time.</summary>
    public void TakeSamples(int repeat)
    {
        for (var turn = 0; turn < subjects.Count; turn++)
        {
            subjects[(repeat + turn) % subjects.Count].TakeSample(repeat + 1);
        }
    }

    /// <summary>What makes the ratios meaningless; empty if nothing does.</summary>
    public IEnumerable<string> Problems() => subjects.Skip(1).SelectMany(subject => Agreement.Differences(Limit, subject));

    public IEnumerable<ResultLine> Lines()
    {
        foreach (var subject in subjects)
        {
            var ratio = Limit.NanosecondsPerEvent() / subject.NanosecondsPerEvent();
            yield return new ResultLine(
                subject.Workload.Id,
                subject.Name,
                FormattableString.Invariant($"{subject.NanosecondsPerEvent():F1} ns/event"),
                FormattableString.Invariant($"{ratio:F2}"),
                subject.Target is { } target ? FormattableString.Invariant($"≥ {target:F2}") : "",
                subject.Target is { } least ? ratio >= least : null);
        }
    }

    /// <summary>The averages that show that all simulate the same.</summary>
    public string AgreementTable()
    {
        IReadOnlyList<string> header = ["model", "subject", .. Agreement.Names(Limit), "same patients as"];
        return TextTable.Of(header, subjects.Select(Row));
    }

    private static IReadOnlyList<string> Row(Subject subject)
    {
        var same = subject.SameDrawsAs is { } other && Agreement.IsSame(subject, other) ? other.Name : "";
        return [subject.Workload.Id, subject.Name, .. Agreement.Means(subject).Select(mean => mean.ToString("G5", CultureInfo.InvariantCulture)), same];
    }
}
