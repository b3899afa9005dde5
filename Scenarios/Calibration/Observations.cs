using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>What was observed of the system that a description is about: the file <c>observed.csv</c> beside it.</summary>
public sealed class Observations
{
    private readonly IReadOnlyList<Observation> rows;
    private readonly SystemModel model;
    private readonly IReadOnlyList<ObservedSeries> series;

    private Observations(IReadOnlyList<Observation> rows, IReadOnlyList<ObservedSeries> series, SystemModel model, MeasuredTime time)
    {
        this.rows = rows;
        this.series = series;
        this.model = model;
        EndBeforeBranch = rows.Count > 0 && rows.All(row => time.EndsBeforeBranch(row.Period))
            && series.All(one => time.EndsBeforeBranch(ObservedPeriod.MonthOf(one.Last)));
        YearsBeforeBranch = rows.Select(row => row.Period).Concat(series.Select(one => ObservedPeriod.MonthOf(one.First)))
            .Select(time.YearsBefore).DefaultIfEmpty(1).Max();
    }

    /// <summary>True where nothing was observed of the time after the branch: the run may end there.</summary>
    public bool EndBeforeBranch { get; }

    /// <summary>In the order of the file.</summary>
    internal IReadOnlyList<Observation> Rows => rows;

    /// <summary>Calendar years before the branch of which something was observed [1 or more].</summary>
    public int YearsBeforeBranch { get; }

    /// <summary>
    /// The observations that are right, also those of days (<c>observed-days.csv</c>), with what is wrong with the others among the problems; null for a
    /// system without <c>observed.csv</c>.
    /// </summary>
    /// <param name="files">The system as read.</param>
    /// <param name="model">The baseline, compiled from it.</param>
    public static Observations? Read(SystemFiles files, SystemModel model, ProblemList problems)
    {
        if (files.ObservedDays is { } days && files.Observed is null)
        {
            problems.Error(days.Where, "observed-days", "observed.csv beside it", "none", "Days are set beside the baseline with the figures of observed.csv.");
        }

        return files.Observed is { } table ? Read(table, files.ObservedDays, model, problems) : null;
    }

    /// <summary>The observations of another file than the system's own, such as those of another year.</summary>
    /// <param name="path">Path of the file, or the name of one beside the system.</param>
    /// <param name="files">The system as read.</param>
    /// <param name="model">The baseline, compiled from it.</param>
    /// <param name="problems">Takes what is wrong with the file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (Observations Observed, (string File, string Sha256) Input)? Read(string path, SystemFiles files, SystemModel model, ProblemList problems) =>
        NamedFile.Read("--observed", path, files, problems) is { } file ? (Read(file.Table, null, model, problems), file.Input) : null;

    private static Observations Read(TableData table, TableData? days, SystemModel model, ProblemList problems)
    {
        if (table.Rows.Count == 0)
        {
            problems.Error(table.Where, "observed", "a row for each figure that was observed", "the names of the columns alone");
        }

        var time = new MeasuredTime(model.Run);
        var rows = ObservationReader.Read(table, model, time, problems);
        return new Observations(rows, days is null ? [] : ObservedSeriesReader.Read(days, model, time, problems), model, time);
    }

    /// <summary>The file <c>calibration.csv</c>: each row of the observations, and after the months of a year what they say together.</summary>
    /// <param name="result">A run of the baseline that has kept what values were divided by.</param>
    public IReadOnlyList<CalibrationRow> Against(ExperimentResult result)
    {
        var figures = new ModelledFigures(model, result, rows);
        var months = RecordedMonths.Of(rows);
        var judged = new List<CalibrationRow>();
        foreach (var row in rows)
        {
            judged.Add(Judgement.Of(Unjudged(row), figures.Of(row)));
            if (months.TryGetValue(row, out var set))
            {
                judged.AddRange(set.Rows(figures.Of));
            }
        }

        judged.AddRange(DaysOf(result).SelectMany(days => days.Rows()));
        return judged;
    }

    /// <summary>The file <c>calibration-days.csv</c>: each recorded day beside the baseline's.</summary>
    /// <param name="result">A run of the baseline.</param>
    public IReadOnlyList<CalibrationDay> Days(ExperimentResult result) => [.. DaysOf(result).SelectMany(days => days.Days())];

    /// <summary>What a run gives for some of the observations, replication by replication; NaN where undefined.</summary>
    /// <param name="result">A run of the baseline that has kept what values were divided by.</param>
    /// <param name="some">Of <see cref="Rows"/>.</param>
    internal IReadOnlyList<double[]> Modelled(ExperimentResult result, IReadOnlyList<Observation> some)
    {
        var figures = new ModelledFigures(model, result, some);
        return [.. some.Select(figures.Of)];
    }

    private IEnumerable<RecordedDays> DaysOf(ExperimentResult result) => series.Select(one => new RecordedDays(one, result.Baseline!));

    private static CalibrationRow Unjudged(Observation row) => new()
    {
        Measure = row.Measure.Id,
        Place = row.Place,
        Group = row.Group,
        Period = row.Period.Text,
        Unit = row.Measure.Unit,
        Observed = row.Observed,
        ObservedLower95 = row.Lower95,
        ObservedUpper95 = row.Upper95,
        Status = row.Status,
        Tolerance = row.Tolerance,
        Verdict = CalibrationVerdict.NotJudged,
        Source = row.Source,
    };
}
