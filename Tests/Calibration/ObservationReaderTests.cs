namespace FlowSim.Tests.Calibration;

/// <summary>Everything that can be wrong with observations is said, with its line.</summary>
public sealed class ObservationReaderTests
{
    [TestCase("visit,north,,2016/17,4,,,measured,,,", "measure", "a measure that the system declares", "Did you mean \"visits\"?",
        TestName = "Measure unknown")]
    [TestCase("utilisation,north,,2016/17,4,,,measured,,,", "measure", "a measure that the system declares", "declare one under measures:",
        TestName = "Measure that every pool has")]
    [TestCase("visits,nroth,,2016/17,4,,,measured,,,", "place", "a place of visits: system, north, south", "Did you mean \"north\"?",
        TestName = "Place unknown")]
    [TestCase("visits,north+west,,2016/17,4,,,measured,,,", "place", "a place of visits: system, north, south", "", TestName = "One place of two unknown")]
    [TestCase("visits,north+north,,2016/17,4,,,measured,,,", "place", "each place once", "", TestName = "Place twice in a row")]
    [TestCase("visits,system+north,,2016/17,4,,,measured,,,", "place", "places other than system", "", TestName = "Part of the system beside the system")]
    [TestCase("median,north+south,,2016/17,4,,,measured,,,", "place", "median is a quantile", "", TestName = "Quantile of two places")]
    [TestCase("full,north+south,,2016/17,4,,,measured,,,", "place", "full counts days on which a place is full", "", TestName = "Full days of two places")]
    [TestCase("visits,north,lnog,2016/17,4,,,measured,,,", "group", "a group of visits: short, long", "Did you mean \"long\"?", TestName = "Group unknown")]
    [TestCase("busy,north,long,2016/17,4,,,measured,,,", "group", "nothing: busy has no groups", "", TestName = "Group of a measure without groups")]
    [TestCase("visits,north,,last year,4,,,measured,,,", "period", "a year such as 2016/17", "", TestName = "Period of no form")]
    [TestCase("visits,north,,2016/18,4,,,measured,,,", "period", "a year such as 2016/17", "", TestName = "Year that is none")]
    [TestCase("visits,north,,2017-02..2016-12,4,,,measured,,,", "period", "a year such as 2016/17", "", TestName = "Months backwards")]
    [TestCase("visits,north,,2018/19,4,,,measured,,,", "period", "a period of the run: 2016/17, 2017/18, and months from 2016-04 to 2018-03",
        "run: in system.yaml",
        TestName = "Year that is not run")]
    [TestCase("visits,north,,2018-02..2018-04,4,,,measured,,,", "period", "a period of the run", "", TestName = "Months of which the last is not run")]
    [TestCase("visits,north,,all,4,,,measured,,,", "period", "a period of the run", "", TestName = "All of a run with dates")]
    [TestCase("yearly,north,,2016-04,4,,,measured,,,", "period", "a year, or a measure that is kept by month", "Give yearly monthly: true.",
        TestName = "Month of a measure without months")]
    [TestCase("median,north,,2016-04,4,,,measured,,,", "period", "a year: quantiles are not kept by month", "", TestName = "Month of a quantile")]
    [TestCase("visits,north,,2016/17,four,,,measured,,,", "observed", "a number in the unit of the measure, without the unit", "",
        TestName = "Number in words")]
    [TestCase("visits,north,,2016/17,4 %,,,measured,,,", "observed", "a number in the unit of the measure, without the unit", "",
        TestName = "Number with its unit")]
    [TestCase("visits,north,,2016/17,4,5,3,measured,,,", "observed_lower95", "not above observed_upper95 (3)", "", TestName = "Lower above upper")]
    [TestCase("visits,north,,2016/17,4,5,,measured,,,", "observed", "within its interval, which begins at 5", "", TestName = "Figure below its interval")]
    [TestCase("visits,north,,2016/17,4,,3,measured,,,", "observed", "within its interval, which ends at 3", "", TestName = "Figure above its interval")]
    [TestCase("visits,north,,2016/17,4,,,measured,0,a return,", "tolerance", "a number above 0, or nothing", "", TestName = "Tolerance of nothing")]
    [TestCase("visits,north,,2016/17,,,,,2,a return,", "tolerance", "nothing where nothing was observed", "", TestName = "Tolerance without a figure")]
    [TestCase("visits,north,,2016/17,,3,,,,,", "observed_lower95", "nothing where nothing was observed", "", TestName = "Interval without a figure")]
    [TestCase("visits,north,,2016/17,4,,,mesured,,,", "status", "one of measured, cited, derived, assumed, later-year", "Did you mean \"measured\"?",
        TestName = "Status unknown")]
    [TestCase("visits,north,,2016/17,4,,,,,,", "status", "one of measured", "", TestName = "Status missing")]
    [TestCase("visits,north,,2016/17,4,,,assumed,1,recalled,", "tolerance", "nothing for an assumed figure", "shown and never judged by",
        TestName = "Judged by what is recalled")]
    [TestCase("visits,north,,2016/17,4,,,measured,1,,", "source", "where the figure was read", "The model is judged by it.",
        TestName = "Judged without a source")]
    [TestCase("visits,north,,2016/17,4,,,measured,1,=A1,", "source", "begins with none of =", "", TestName = "Source that a spreadsheet runs")]
    public void A_row_that_is_wrong_is_told_with_its_line(string row, string column, string expected, string hint)
    {
        var problem = TwoClinics.ProblemsOf("visits,south,,2016/17,6,,,measured,1,a return,", "# a comment", row).Single();
        Assert.That((problem.Where.File, problem.Where.Line, problem.Path), Is.EqualTo(("observed.csv", 4, "observed." + column)));
        Assert.That(problem.Expected, Does.Contain(expected));
        Assert.That(problem.Hint, Does.Contain(hint));
    }

    [TestCase("visits,north+south,,2016/17", "visits,south+north,,2016/17")]
    [TestCase("visits,north,long,2016-12..2017-01", "visits,north,long,2016-12..2017-01")]
    public void The_same_figure_twice_is_told_with_both_lines(string one, string other)
    {
        var problem = TwoClinics.ProblemsOf($"{one},4,,,measured,,,", $"{other},5,,,measured,,,").Single();
        Assert.That((problem.Where.Line, problem.Expected), Is.EqualTo((3, "each measure, place, group and period once")));
        Assert.That(problem.Hint, Does.Contain("observed.csv:2"));
    }

    [Test]
    public void Of_several_faults_each_is_told() =>
        Assert.That(TwoClinics.ProblemsOf("visit,north,,2016/17,4,,,mesured,,,", "visits,nroth,,2018/19,x,,,measured,,,").Select(problem => problem.Path),
            Is.EquivalentTo(new[] { "observed.measure", "observed.status", "observed.period", "observed.place", "observed.observed" }));

    [TestCase("measure,place,period,observed,status,sauce\nvisits,north,2016/17,4,measured,x", "observed.sauce", "Rename the column \"sauce\" to \"source\".")]
    [TestCase("place,period,observed,status,source\nnorth,2016/17,4,measured,x", "observed.measure", "")]
    public void A_column_that_is_unknown_or_missing_is_told(string file, string path, string hint)
    {
        using var system = new TwoClinics();
        system.Write("observed.csv", file + "\n");
        var typed = Cli.TypedCommand.Run("check", system.Path);
        Assert.That(typed.Exit, Is.EqualTo(FlowSim.Cli.Running.ExitCode.InvalidInput));
        Assert.That(typed.Out, Does.Contain("observed.csv:1").And.Contain(path).And.Contain(hint));
    }

    [TestCase("1,a return,-1", "a standard deviation of at least 0")]
    [TestCase(",a return,1", "nothing beside a figure without a tolerance")]
    [TestCase("1,a return,one", "a number in the unit of the measure")]
    public void A_discrepancy_that_is_none_is_told(string row, string expected)
    {
        using var system = new TwoClinics();
        system.Write("observed.csv", $"measure,place,period,observed,status,tolerance,source,discrepancy\nvisits,north,2016/17,4,measured,{row}\n");
        Assert.That(Cli.TypedCommand.Run("check", system.Path).Out, Does.Contain("observed.csv:2: observed.discrepancy").And.Contain(expected));
    }

    [Test]
    public void Columns_that_nothing_is_said_in_may_be_left_out()
    {
        using var system = new TwoClinics();
        system.Write("observed.csv", "status,source,measure,place,period,observed\nmeasured,a return,visits,north,2016/17,4\n");
        Assert.That(Cli.TypedCommand.Run("check", system.Path).Out, Does.Contain("ok"));
    }

    [Test]
    public void A_file_without_rows_is_told() =>
        Assert.That(TwoClinics.ProblemsOf().Single().Expected, Is.EqualTo("a row for each figure that was observed"));
}
