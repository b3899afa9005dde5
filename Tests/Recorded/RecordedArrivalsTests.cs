using System.Text.Json;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Recorded;

/// <summary>Months of attendances that go in by file come out again.</summary>
public sealed class RecordedArrivalsTests
{
    private const int Replications = 20;

    /// <summary>Attendances of a month vary by about their root; the mean of the runs by less, and what is described is known from few runs.</summary>
    private static double Chance(double attendances) => 4 * Math.Sqrt(attendances * ((1.0 / Replications) + (1.0 / 4)));

    [Test]
    public void Recorded_attendances_of_a_hospital_come_out_and_the_other_hospital_stays()
    {
        using var system = new TwoTowns();
        Run(system, "2016-04,north,type-1,1100", "2016-05,north,type-1,500");
        var described = (TwoTowns.WalkIns + (TwoTowns.SentByCalls * 1.02)) * TwoTowns.AttendancesOfArrival;
        Assert.Multiple(() =>
        {
            IsNear(system.Total("2016-04", "attendances", "north"), 1100);
            IsNear(system.Total("2016-05", "attendances", "north"), 500);
            IsNear(system.Total("2016-04", "attendances", "south"), described * 30);
            IsNear(system.Total("2016-06", "attendances", "north"), described * 30);
        });
    }

    [Test]
    public void A_unit_that_turns_people_away_sees_those_recorded()
    {
        using var system = new TwoTowns();
        Run(system, "2016-04,unit,other,300");
        IsNear(system.Total("2016-04", "unit_visits", "unit"), 300);
        IsNear(system.Total("2016-05", "unit_visits", "unit"), 31 * 5);
    }

    [Test]
    public void All_types_of_a_trust_are_split_as_they_are_described()
    {
        using var system = new TwoTowns();
        Run(system, "2016-04,north-trust,all,1200");
        var hospital = (TwoTowns.WalkIns + (TwoTowns.SentByCalls * 1.02)) * TwoTowns.AttendancesOfArrival;
        Assert.Multiple(() =>
        {
            IsNear(system.Total("2016-04", "attendances", "north"), 1200 * hospital / (hospital + 5));
            IsNear(system.Total("2016-04", "unit_visits", "unit"), 1200 * 5 / (hospital + 5));
        });
    }

    [TestCase("both")]
    [TestCase("north+south")]
    [TestCase("system")]
    public void A_row_of_two_hospitals_is_shared_by_them(string place)
    {
        using var system = new TwoTowns();
        Run(system, $"2016-04,{place},1,2000");
        Assert.Multiple(() =>
        {
            IsNear(system.Total("2016-04", "attendances", "north"), 1000);
            IsNear(system.Total("2016-04", "attendances", "south"), 1000);
        });
    }

    [Test]
    public void A_month_years_before_the_branch_is_reported_with_what_was_recorded()
    {
        using var system = new TwoTowns();
        Run(system, "2014-11,north,type-1,1100");
        Assert.Multiple(() =>
        {
            IsNear(system.Total("2014-11", "attendances", "north"), 1100);
            IsNear(system.Total("2014-12", "attendances", "north"), 31 * 25 * TwoTowns.AttendancesOfArrival);
            Assert.That(system.Row("2015/16", "attendances", "north"), Is.Not.Empty);
        });
    }

    [Test]
    public void Every_scenario_gets_the_same_file()
    {
        using var system = new TwoTowns();
        var typed = system.Run("compare", "more-calls", "--arrivals", system.Arrivals("2016-04,north,type-1,1100"), "--replications", "20");
        Assert.That(typed.Exit, Is.Zero, typed.Error);

        // Half as many calls more, and the walk-ins as many as in the baseline.
        var more = TwoTowns.SentByCalls * 1.02 * 0.5 * 30 * TwoTowns.AttendancesOfArrival;
        IsNear(system.Mean("2016-04", "attendances", "north", "more-calls") * 30, 1100 + more);
    }

    [Test]
    public void A_list_of_arrivals_is_the_file_of_its_months()
    {
        using var listed = new TwoTowns();
        using var monthly = new TwoTowns();
        string[] rows = [.. from day in Enumerable.Range(1, 30)
                            from hour in Enumerable.Range(0, 24)
                            select $"2016-04-{day:00}T{hour:00}:10,north,1"];
        var typed = listed.Run("run", "baseline", "--arrivals", listed.Outside("list.csv", "time,place,type", rows), "--days", "60");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(monthly.Run("run", "baseline", "--arrivals", monthly.Arrivals("2016-04,north,type-1,720"), "--days", "60").Exit, Is.Zero);
        Assert.That(listed.ResultFile("replications.csv"), Is.EqualTo(monthly.ResultFile("replications.csv")));
    }

    [Test]
    public void What_the_file_gave_and_what_stays_is_said_and_the_manifest_has_it()
    {
        using var system = new TwoTowns();
        var typed = Run(system, ["2016-04,north,1,900", "2016-05,north,1,", "2017-05,north,1,900", "2016-06,north,1,950",
            .. Enumerable.Range(7, 6).Select(month => $"2016-{month:00},north,1,"), .. Enumerable.Range(1, 4).Select(month => $"2017-{month:00},north,1,")]);
        using var manifest = JsonDocument.Parse(system.ResultFile("manifest.json"));
        var inputs = manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("file").GetString());
        Assert.Multiple(() =>
        {
            Assert.That(typed.Error, Does.Contain("gives type-1 attendances, 1850 in all: north 2016-04 to 2016-06, 2 months of it; walk-ins take the difference"));
            Assert.That(typed.Error, Does.Contain("has no type-3: as described in every month"));
            Assert.That(typed.Error, Does.Contain("calls grow by 2 % per y from the branch on"));
            Assert.That(typed.Error, Does.Contain("1 figure of arrivals.csv (2017-05) is of months that this run does not simulate"));
            Assert.That(typed.Error, Does.Contain("11 rows of arrivals.csv without a number"));
            Assert.That(inputs, Does.Contain("--arrivals arrivals.csv"));
            Assert.That(manifest.RootElement.GetProperty("notes").EnumerateArray().Count(note => note.GetString()!.Contains("arrivals.csv")), Is.GreaterThan(3));
        });
    }

    [Test]
    public void The_same_files_give_the_same_bytes_for_any_number_of_threads_and_another_file_another_hash()
    {
        var results = new List<(string Rows, string Hash)>();
        foreach (var (threads, attendances) in new[] { ("1", "900"), ("3", "900"), ("1", "901") })
        {
            using var system = new TwoTowns();
            system.Run("run", "baseline", "--arrivals", system.Arrivals($"2016-04,north,1,{attendances}"), "--days", "30", "--threads", threads);
            using var manifest = JsonDocument.Parse(system.ResultFile("manifest.json"));
            results.Add((system.ResultFile("replications.csv"), manifest.RootElement.GetProperty("input_sha256").GetString()!));
        }

        Assert.That(results[1], Is.EqualTo(results[0]));
        Assert.That(results[2].Hash, Is.Not.EqualTo(results[0].Hash));
    }

    [Test]
    public void A_system_that_says_what_may_be_recorded_runs_as_one_that_does_not()
    {
        using var with = new TwoTowns();
        using var without = new TwoTowns(recorded: "");
        with.Run("run", "baseline", "--days", "30");
        without.Run("run", "baseline", "--days", "30");
        Assert.That(with.ResultFile("replications.csv"), Is.EqualTo(without.ResultFile("replications.csv")));
    }

    private static TypedCommand Run(TwoTowns system, params string[] rows)
    {
        var typed = system.Run("run", "baseline", "--arrivals", system.Arrivals(rows), "--replications", $"{Replications}");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed;
    }

    private static void IsNear(double modelled, double recorded) => Assert.That(modelled, Is.EqualTo(recorded).Within(Chance(recorded)));
}
