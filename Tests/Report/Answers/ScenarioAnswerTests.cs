using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report.Answers;

public sealed class ScenarioAnswerTests
{
    private const double None = double.NaN;

    [TestCase(72749, -23098, -23900, -22300, Description = "rounded each by itself: by 23,100, from 72,700 to 49,700")]
    [TestCase(72723, -23061, -24010, -22110)]
    [TestCase(0.4567, 0.0355, 0.0305, 0.0405)]
    [TestCase(93.449, 0.0351, 0.031, 0.039)]
    [TestCase(1249.9, -1.95, -2.4, -1.5)]
    public void Level_difference_and_level_add_up_as_they_are_printed(double baseline, double difference, double lower, double upper)
    {
        var sentence = Told(new HandMade().With("dtoc_days", "days", baseline, difference, lower, upper))[0];
        var found = System.Text.RegularExpressions.Regex.Match(sentence, @"by ([\d.,]+) \[.* from ([\d.,]+) to ([\d.,]+)\.$");
        decimal Number(int group) =>
            decimal.Parse(found.Groups[group].Value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(Number(3) - Number(2), Is.EqualTo(difference < 0 ? -Number(1) : Number(1)), sentence);
    }

    [Test]
    public void A_fall_is_told_with_its_interval_and_levels() =>
        Assert.That(Told(new HandMade().With("ae_attendances", "per day", 717.1, -31.2, -38.4, -24.0)), Is.EqualTo(new[]
        {
            "A&E attendances fall by 31.2 [24.0–38.4] a day, from 717.1 to 685.9.",
        }));

    [Test]
    public void A_rise_of_a_rate_is_told_in_percentage_points() =>
        Assert.That(Told(new HandMade().With("four_hour_rate", "%", 73.56, 2.58, 2.17, 2.99)), Is.EqualTo(new[]
        {
            "The share of A&E patients who leave within four hours rises by 2.58 [2.17–2.99] percentage points, from 73.56 % to 76.14 %.",
        }));

    [Test]
    public void No_change_is_said_with_the_bounds() =>
        Assert.That(Told(new HandMade().With("occupancy_rate", "%", 96.75, -0.03, -0.083, 0.03)), Is.EqualTo(new[]
        {
            "No headline measure changes by more than chance would.",
            "Bed occupancy does not change by more than chance would (between −0.083 and +0.030 percentage points).",
        }));

    [Test]
    public void A_wide_interval_is_not_passed_off_as_no_change() =>
        Assert.That(Told(new HandMade().With("electives_cancelled", "%", 28.4, 3, -3, 9)), Is.EqualTo(new[]
        {
            "No headline measure changes by more than chance would.",
            "It cannot be told what happens to the share of planned admissions that are cancelled (between −3.0 and +9.0 percentage points).",
        }));

    [Test]
    public void A_measure_without_a_value_is_named_and_nothing_is_said_of_it() =>
        Assert.That(Told(new HandMade().With("breaches", "per day", 100, -10, -12, -8).With("readmission_30d", "%", None, None, None, None)), Is.EqualTo(new[]
        {
            "Stays of over four hours in A&E fall by 10.0 [8.0–12.0] a day, from 100 to 90.",
            "There is no value of the share of patients readmitted within 30 days.",
        }));

    [Test]
    public void One_replication_gives_numbers_and_no_verdict() =>
        Assert.That(
            Told(new HandMade { Replications = 1 }.With("breaches", "per day", 100, -10, None, None).With("miu_attendances", "per day", 50, 0, None, None)),
            Is.EqualTo(new[]
        {
            "In the one replication stays of over four hours in A&E fall by 10.0 a day; visits to minor injury units stay the same.",
            ScenarioAnswer.OneReplication,
        }));

    [Test]
    public void A_difference_that_fewer_replications_have_says_so_and_leaves_the_levels_out() =>
        Assert.That(Told(new HandMade().With("length_of_stay", "d", 5.03, -0.24, -0.26, -0.22, n: 4)), Is.EqualTo(new[]
        {
            "The mean length of stay falls by 0.240 [0.220–0.260] days (in 4 of 6 replications).",
        }));

    [Test]
    public void What_is_the_same_in_every_replication_is_no_news_unless_all_is() =>
        Assert.Multiple(() =>
        {
            Assert.That(Told(new HandMade().With("miu_attendances", "per day", 50, 0, 0, 0)), Is.EqualTo(new[] { "Nothing changes in any replication." }));
            Assert.That(Told(new HandMade().With("miu_attendances", "per day", 50, 0, 0, 0).With("breaches", "per day", 100, -10, -12, -8)),
                Has.Count.EqualTo(1));
        });

    [Test]
    public void What_surely_changes_most_comes_first_whatever_the_order_of_the_headline() =>
        Assert.That(Told(new HandMade()
            .With("occupancy_rate", "%", 96.75, -0.46, -0.60, -0.33)
            .With("electives_cancelled", "%", 28.4, -13.1, -24.28, -1.91)
            .With("handover_over_30", "%", 30.78, -7.1, -7.97, -6.23)), Is.EqualTo(new[]
            {
                "The share of ambulance handovers that take over 30 minutes falls by 7.10 [6.23–7.97] percentage points, from 30.8 % to 23.7 %.",
                "The share of planned admissions that are cancelled falls by 13 [2–24] percentage points, from 28 % to 15 %.",
                "Bed occupancy falls by 0.46 [0.33–0.60] percentage points.",
            }));

    [Test]
    public void Of_two_measures_of_one_topic_the_first_of_the_headline_is_told()
    {
        var told = Told(new HandMade().With("dtoc_rate", "%", 6.42, -3.52, -4.06, -2.98).With("delayed_beds", "beds", 97.92, -54, -62.47, -45.54));
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0],
            Does.StartWith("The share of bed-days lost to delayed transfers of care falls by 3.52 [2.98–4.06] percentage points, from 6.42 % to 2.90 %"));
    }

    [Test]
    public void Of_two_measures_of_one_topic_that_is_told_which_changes_much_more()
    {
        var told = Told(new HandMade().With("four_hour_rate", "%", 73.56, 2.58, 2.17, 2.99).With("breaches", "per day", 189.6, -21, -23.8, -18.2));
        Assert.That(told, Is.EqualTo(new[] { "Stays of over four hours in A&E fall by 21.0 [18.2–23.8] a day, from 190 to 169." }));
    }

    [Test]
    public void Places_are_named_where_they_differ_by_more_than_chance() =>
        Assert.That(Told(new HandMade()
            .With("miu_attendances", "per day", 275.5, 32.9, 32.67, 33.15)
            .With("miu_attendances", "per day", 43.2, 9.9, 9.7, 10.1, "miu-ely")
            .With("miu_attendances", "per day", 37.7, 16.6, 16.3, 16.8, "miu-wisbech")
            .With("miu_attendances", "per day", 142.4, 0, 0, 0, "miu-peterborough")), Is.EqualTo(new[]
            {
                "Visits to minor injury units rise by 32.9 [32.7–33.2] a day, from 275.5 to 308.4: most at MIU Wisbech (16.6 [16.3–16.8]), least at MIU Ely (9.9 [9.7–10.1]), not beyond chance at MIU Peterborough.",
            }));

    [Test]
    public void Places_that_may_well_be_alike_are_not_told_apart() =>
        Assert.That(Told(new HandMade()
            .With("breaches", "per day", 189.6, -21, -23.8, -18.2)
            .With("breaches", "per day", 92.1, -9.8, -12.6, -7.0, "north")
            .With("breaches", "per day", 68.5, -8.5, -9.9, -7.2, "south"))[0], Does.EndWith("from 190 to 169."));

    [Test]
    public void A_place_that_goes_the_other_way_is_told() =>
        Assert.That(Told(new HandMade()
            .With("breaches", "per day", 100, -10, -12, -8)
            .With("breaches", "per day", 60, -14, -16, -12, "north")
            .With("breaches", "per day", 40, 4, 2, 6, "south"))[0], Does.EndWith(": most at North (14.0 [12.0–16.0]), but it rises at South (4.0 [2.0–6.0])."));

    [Test]
    public void A_measure_without_a_total_is_told_at_its_places() =>
        Assert.That(Told(new HandMade().With("breaches", "per day", 60, -14, -16, -12, "north"))[0],
            Is.EqualTo("Stays of over four hours in A&E at North fall by 14.0 [12.0–16.0] a day, from 60.0 to 46.0."));

    [TestCase("wait_mean", "min", "The mean wait for triage falls by 14.0 [12.0–16.0] minutes, from 60.0 to 46.0.")]
    [TestCase("utilisation", "%", "Utilisation of triage falls by 14.0 [12.0–16.0] percentage points, from 60.0 % to 46.0 %.")]
    [TestCase("delayed_beds", "beds", "Beds held by delayed transfers of care (triage) fall by 14.0 [12.0–16.0] beds, from 60.0 to 46.0.")]
    public void What_a_measure_is_about_within_a_place_is_told(string measure, string unit, string expected) =>
        Assert.That(Told(new HandMade().With(measure, unit, 60, -14, -16, -12, group: "triage")), Is.EqualTo(new[] { expected }));

    [Test]
    public void A_curve_over_numbers_of_beds_is_left_to_table_and_charts() =>
        Assert.That(
            Told(new HandMade().With("occupied", "units", 60, -14, -16, -12, group: "ward")
                .With("p_delay", "share", 0.1, -0.05, -0.06, -0.04, group: "ward/12")), Is.EqualTo(new[]
        {
            "Occupancy of ward falls by 14.0 [12.0–16.0] units, from 60.0 to 46.0.",
        }));

    [Test]
    public void A_measure_without_words_is_named_by_its_id() =>
        Assert.That(Told(new HandMade().With("goose_walks", "per month", 60, -14, -16, -12))[0],
            Does.StartWith("Goose walks fall by 14.0 [12.0–16.0] a month"));

    [Test]
    public void An_answer_has_at_most_five_sentences_and_says_how_many_differences_it_leaves_to_the_table()
    {
        var made = new HandMade();
        for (var i = 0; i < 12; i++)
        {
            made.With($"up_{i}", "beds", 100, 10 + i, 9 + i, 11 + i).With($"level_{i}", "beds", 100, 0.1, -1, 1.2).With($"open_{i}", "beds", 100, 3, -9, 15)
                .With($"none_{i}", "beds", None, None, None, None);
        }

        var told = Told(made);
        Assert.That(told, Has.Count.EqualTo(5));
        Assert.That(told[0], Does.StartWith("Up 11 rises by 21.0"));
        Assert.That(told[2], Does.EndWith("; 6 more are in the table."));
        Assert.That(told[3], Does.EndWith(" and 9 more."));
        Assert.That(told[4], Does.Contain("and 10 more; there is no value of none 0, none 1 and 10 more."));
    }

    [Test]
    public void Nothing_is_called_good_or_bad()
    {
        var words = string.Join(" ",
            Told(new HandMade().With("breaches", "per day", 100, -10, -12, -8).With("occupancy_rate", "%", 96, 2, 1, 3)
                .With("electives_cancelled", "%", 28.4, 3, -3, 9)));
        foreach (var judgement in new[] { "improve", "better", "worse", "good", "bad", "fail", "success", "achieve", "significant" })
        {
            Assert.That(words, Does.Not.Contain(judgement).IgnoreCase);
        }
    }

    [Test]
    public void A_measure_is_called_what_the_system_calls_it_and_not_what_another_means_by_its_id()
    {
        var results = new HandMade().With("breaches", "per week", 10, -2, -3, -1).With("length_of_stay", "d", 9, 2, 1, 3)
            .With("boarders", "patients", 5, 2, 1, 3).With("four_hour_rate", "%", 90, 2, 1, 3).Results;
        MeasureFacts Facts(string id, string title) => new(id, "", "Breaches of the cancer standard.", "made up", title);
        var own = results with
        {
            System = results.System with
            {
                Measures = [Facts("breaches", ""), Facts("length_of_stay", ""), Facts("boarders", "Patients in corridors"),
                    Facts("four_hour_rate", "A&E within four hours")],
            },
        };
        var told = string.Join(' ', new ScenarioAnswer(new ReportData(own)).Of(HandMade.Hub).Select(sentence => sentence.ToString()));
        Assert.That(told,
            Does.Contain("Breaches fall by").And.Contain("ength of stay rises by").And.Contain("atients in corridors rise by").And.Contain(
                "A&E within four hours rises by"));
        Assert.That(told, Does.Not.Contain("Stays of over four hours").And.Not.Contain("mean length"));
    }

    private static IReadOnlyList<string> Told(HandMade made) =>
        [.. new ScenarioAnswer(new ReportData(made.Results)).Of(HandMade.Hub).Select(sentence => sentence.ToString())];
}
