using System.Globalization;
using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>The observations that come with the library.</summary>
public sealed class CountyObservationTests
{
    private static readonly TableData Table = Read().Files.Observed!;

    [Test]
    public void They_are_read_without_a_problem_and_need_no_run_beyond_the_branch()
    {
        var (files, problems) = Read();
        var baseline = new TimelineBuilder(files, RunOverrides.None, problems).Baseline()!;
        var observed = Observations.Read(files, baseline.First, problems)!;
        Assert.That(problems.Sorted.Where(problem => problem.Where.File == "observed.csv"), Is.Empty);
        Assert.That(observed.EndBeforeBranch);
    }

    [Test]
    public void Each_figure_says_where_it_was_read_or_why_there_is_none() =>
        Assert.That(Table.Rows.Where(row => Cell(row, Cell(row, "observed").Length > 0 ? "source" : "note").Length == 0)
            .Select(row => row.Where.Line), Is.Empty);

    [Test]
    public void What_is_recalled_is_not_judged_by() =>
        Assert.That(Table.Rows.Where(row => Cell(row, "status") == ObservedStatus.Assumed).Select(row => Cell(row, "tolerance")), Is.All.Empty);

    /// <summary>Attendances of the months add up to those of the year: 30 or 31 days each, 28 in February 2017.</summary>
    [Test]
    public void Months_of_attendances_add_up_to_the_year()
    {
        var rows = Table.Rows.Where(row => Cell(row, "measure") == "ae_attendances").ToList();
        var sites = rows.GroupBy(row => Cell(row, "place")).ToList();
        Assert.That(sites, Has.Count.EqualTo(3));
        foreach (var site in sites)
        {
            var year = site.Single(row => Cell(row, "period").Contains('/'));
            var months = site.Where(row => row.Index != year.Index).ToList();
            Assert.That(months, Has.Count.EqualTo(12));
            var patients = months.Sum(row => Number(row) * DaysOf(Cell(row, "period")));
            Assert.That(patients / 365, Is.EqualTo(Number(year)).Within(0.05), site.Key);
        }
    }

    private static (SystemFiles Files, ProblemList Problems) Read()
    {
        var problems = new ProblemList();
        return (SystemReader.Read(FlowSim.Cli.Options.SystemOption.Default, problems)!, problems);
    }

    private static int DaysOf(string month)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return DateTime.DaysInMonth(first.Year, first.Month);
    }

    private static double Number(TableRow row) => double.Parse(Cell(row, "observed"), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Cell(TableRow row, string column) => row.Cells[Table.ColumnOf(column)];
}
