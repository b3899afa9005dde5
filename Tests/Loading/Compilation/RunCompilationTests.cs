using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class RunCompilationTests
{
    private const string Real = "{ starts: 2013-04-01, branch: 2017-04-01, lasts: 2 y, begin: described, replications: 8 }";

    [Test]
    public void A_small_run_starts_on_its_weekday_and_measures_after_the_warm_up()
    {
        var run = Run("{ starts: Wed 06:00, lasts: 19 h, warm_up: 2 h }", RunOverrides.None);
        Assert.Multiple(() =>
        {
            Assert.That(run.FirstDay.DayOfWeek, Is.EqualTo(DayOfWeek.Wednesday));
            Assert.That(run.FirstWeekday, Is.EqualTo(2));
            Assert.That(run.Start, Is.EqualTo(6 * 3600));
            Assert.That(run.Branch, Is.EqualTo(run.Start));
            Assert.That(run.MeasureFrom, Is.EqualTo(8 * 3600));
            Assert.That(run.End, Is.EqualTo(27 * 3600));
            Assert.That(run.HasDates, Is.False);
            Assert.That(run.PatientLimit, Is.EqualTo(200_000));
        });
    }

    [Test]
    public void A_run_with_a_branch_measures_calendar_years_from_there()
    {
        var run = Run(Real, RunOverrides.None);
        Assert.Multiple(() =>
        {
            Assert.That(run.FirstDay, Is.EqualTo(new DateOnly(2013, 4, 1)));
            Assert.That(DateAt(run, run.Branch), Is.EqualTo(new DateOnly(2017, 4, 1)));
            Assert.That(run.MeasureFrom, Is.EqualTo(run.Branch));
            Assert.That(DateAt(run, run.End), Is.EqualTo(new DateOnly(2019, 4, 1)));
            Assert.That(run.HasDates, Is.True);
            Assert.That(run.BeginsEmpty, Is.False);
            Assert.That(run.Replications, Is.EqualTo(8));
        });
    }

    [TestCase("3y", 2014)]
    [TestCase("2 y", 2015)]
    [TestCase("365", 2016)]
    public void The_warm_up_option_of_a_branched_run_is_its_spin_up_in_whole_years(string warmUp, int year) =>
        Assert.That(Run(Real, new RunOverrides(WarmUp: warmUp)).FirstDay, Is.EqualTo(new DateOnly(year, 4, 1)));

    [Test]
    public void Years_and_days_replace_what_the_run_lasts()
    {
        Assert.That(DateAt(Run(Real, new RunOverrides(Years: 1)), Run(Real, new RunOverrides(Years: 1)).End), Is.EqualTo(new DateOnly(2018, 4, 1)));
        var days = Run(Real, new RunOverrides(Days: 30));
        Assert.That(days.End - days.MeasureFrom, Is.EqualTo(30 * 86400));
        var small = Run("{ starts: Mon 00:00, lasts: 10 d, warm_up: 5 d }", new RunOverrides(Days: 3, WarmUp: "2 d"));
        Assert.That((small.MeasureFrom, small.End), Is.EqualTo((2 * 86400, 5 * 86400)));
    }

    [Test]
    public void A_run_that_starts_on_a_date_has_dates_and_its_years_are_calendar_years()
    {
        var run = Run("{ starts: 2015-10-01, lasts: 1 y, warm_up: 183 d }", RunOverrides.None);
        Assert.That(run.HasDates, Is.True);
        Assert.That((DateAt(run, run.MeasureFrom), DateAt(run, run.End)), Is.EqualTo((new DateOnly(2016, 4, 1), new DateOnly(2017, 4, 1))));
    }

    [TestCase("{ starts: 2017-04-01, branch: 2016-04-01, lasts: 1 y }", "run.starts")]
    [TestCase("{ starts: Mon 00:00, branch: 2016-04-01, lasts: 1 y }", "run.starts")]
    [TestCase("{ starts: Mon 00:00, lasts: 100 y }", "run.lasts")]
    [TestCase("{ starts: Mon 00:00 }", "run.lasts")]
    public void A_run_that_cannot_be_is_refused(string run, string path) =>
        Assert.That(Compiled.Problems(System(run)), Has.One.Contains($": {path}: "));

    [TestCase(1_000)]
    [TestCase(9_000)]
    [TestCase(int.MaxValue)]
    public void A_length_from_the_command_line_that_cannot_be_is_named_as_it_was_typed(int years)
    {
        using var system = TemporarySystem.With(("system.yaml", System("{ starts: 2016-04-01, lasts: 1 y }")));
        Assert.That(SystemCompiler.Compile(system.Read()!, new RunOverrides(Years: years), system.Problems), Is.Null);
        Assert.That(system.Printed, Does.Contain($"at most 66 years; found \"--years {years}\""));
    }

    [Test]
    public void A_spin_up_of_more_years_than_there_are_is_refused()
    {
        using var system = TemporarySystem.With(("system.yaml", System(Real)));
        Assert.That(SystemCompiler.Compile(system.Read()!, new RunOverrides(WarmUp: "5000 y"), system.Problems), Is.Null);
        Assert.That(system.Printed, Does.Contain("5000 y"));
    }

    private static RunPlan Run(string run, RunOverrides overrides) => Compiled.Model(System(run), overrides).Run;

    private static DateOnly DateAt(RunPlan run, int time) => run.FirstDay.AddDays(time / SimTime.Day);

    private static string System(string run) => $$"""
        system: run
        run: {{run}}
        streams: { a: { to: s, rate: 1 per d } }
        stages: { s: { time: 1 h, then: leave } }
        """;
}
