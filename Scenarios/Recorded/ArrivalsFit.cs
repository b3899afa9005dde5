using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Recorded;

/// <summary>
/// By how much the streams that take the difference are multiplied in each recorded month, so that the month's attendances are those recorded. What comes
/// by other ways stays; a part of it follows the streams (patients who come back, who are sent on, who find the door shut), so the runs are done a second
/// time with the first answer, which is corrected by what they give.
/// </summary>
internal sealed class ArrivalsFit
{
    /// <summary>Attendances so many times those described are no quiet mistake of a month.</summary>
    private const double Implausible = 10;

    private readonly NamedFile file;
    private readonly IReadOnlyList<RecordedFigure> figures;
    private readonly DescribedMonths months;
    private readonly RecordedParts parts;
    private readonly SystemModel model;
    private readonly ProblemList problems;
    private readonly Dictionary<(RecordedCell Cell, DateOnly Month), ArrivalsTarget> targets = [];

    /// <param name="file">The file.</param>
    /// <param name="figures">Its figures of months that are simulated.</param>
    /// <param name="months">What the system gives.</param>
    /// <param name="parts">What may be recorded.</param>
    /// <param name="model">The system as described.</param>
    /// <param name="problems">Takes figures that no stream can meet.</param>
    public ArrivalsFit(NamedFile file, IReadOnlyList<RecordedFigure> figures, DescribedMonths months, RecordedParts parts, SystemModel model,
        ProblemList problems)
    {
        this.file = file;
        this.figures = figures;
        this.months = months;
        this.parts = parts;
        this.model = model;
        this.problems = problems;
    }

    /// <summary>By cell and month: what the streams are multiplied by.</summary>
    public IReadOnlyDictionary<(RecordedCell Cell, DateOnly Month), double> Factors =>
        targets.ToDictionary(pair => pair.Key, pair => pair.Value.Factor);

    /// <summary>Standard error of a month's described total, relative to what was recorded, as the root of its mean square over months and cells.</summary>
    public double RelativeError { get; private set; }

    /// <summary>Adds the factors of every stream and month to a record that may hold beds; what cannot be met is a problem.</summary>
    public void AddTo(MonthlyRecord record, int threads, CancellationToken cancel)
    {
        var described = months.Simulated(record, threads, cancel);
        foreach (var figure in figures)
        {
            Share(figure, described);
        }

        if (problems.HasErrors)
        {
            return;
        }

        Write(record);
        var once = months.Simulated(record, threads, cancel);
        foreach (var (key, target) in targets)
        {
            target.Correct(once, key.Cell, key.Month);
            RefuseNegative(target, key.Month);
        }

        Write(record);
        var errors = targets.Where(pair => pair.Value.Recorded > 0)
            .Select(pair => described.ErrorOf(pair.Key.Cell, pair.Key.Month, pair.Value.Yield) / pair.Value.Recorded).ToList();
        RelativeError = errors.Count == 0 ? 0 : Math.Sqrt(errors.Average(error => error * error));
    }

    /// <summary>A figure of several cells is split by what is described of them in that month.</summary>
    private void Share(RecordedFigure figure, MonthTotals described)
    {
        var sum = figure.Cells.Sum(cell => described[cell, figure.Month]);
        if (figure.Value > Implausible * sum)
        {
            problems.Error(figure.Where, Path, FormattableString.Invariant($"attendances of a month, at most {Implausible} times those described ({sum:F0})"),
                FormattableString.Invariant($"{figure.Value} in {RecordedRows.MonthOf(figure.Month)} of {figure.Subject}"));
            return;
        }

        foreach (var cell in figure.Cells)
        {
            var total = described[cell, figure.Month];
            var recorded = sum > 0 ? figure.Value * total / sum : 0;
            var target = new ArrivalsTarget(figure, recorded, months.Expected(cell, figure.Month));
            target.Begin(described, cell, figure.Month);
            if (target.Expected == 0 && recorded != total)
            {
                problems.Error(figure.Where, Path, $"a month in which {string.Join(" or ", parts.Types[cell.Type].StreamNames)} have patients, to take the difference",
                    $"{RecordedRows.MonthOf(figure.Month)} of {figure.Subject}");
            }

            targets[(cell, figure.Month)] = target;
        }
    }

    private void RefuseNegative(ArrivalsTarget target, DateOnly month)
    {
        if (target.Factor < 0)
        {
            problems.Error(target.Figure.Where, Path,
                FormattableString.Invariant($"at least {target.WithoutStreams:F0} attendances, who come by ways that the file does not have (calls, ambulances, referrals)"),
                FormattableString.Invariant($"{target.Recorded:F0} in {RecordedRows.MonthOf(month)} of {target.Figure.Subject}"),
                "Give the attendances of the whole month, not of a day; or leave the number empty, and the month is as described.");
        }
    }

    private void Write(MonthlyRecord record)
    {
        foreach (var ((cell, month), target) in targets)
        {
            foreach (var stream in parts.Types[cell.Type].Streams[cell.Place])
            {
                var name = model.Streams[stream].Name;
                if (!record.Factors.TryGetValue(name, out var factors))
                {
                    record.Factors.Add(name, factors = []);
                }

                factors[month] = Math.Max(0, target.Factor);
            }
        }
    }

    private string Path => $"{file.Kind}.attendances";
}
