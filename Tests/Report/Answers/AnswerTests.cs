using FlowSim.Plots.Answers;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Tests.Report.Answers;

public sealed class AnswerTests
{
    private const string Plan = "plan";
    private const string Beds = "beds";
    private const string Idle = "idle";

    /// <summary>A standard of 95 % from 73.6 %, a target of 2.5 % from 6.7 %, beds without a target.</summary>
    private static ResultSet Results => Standing(new HandMade { Replications = 6 }
        .With("seen_in_time", "%", 73.6, 7.1, 6.7, 7.5, scenario: Plan).With("seen_in_time", "%", 73.6, 2, 1.8, 2.2, scenario: Beds)
        .With("seen_in_time", "%", 73.6, 0.2, 0.1, 0.3, scenario: Idle)
        .With("held", "%", 6.7, -4.3, -4.8, -3.8, scenario: Plan).With("held", "%", 6.7, -1, -1.2, -0.8, scenario: Beds)
        .With("held", "%", 6.7, 0.1, -0.2, 0.4, scenario: Idle)
        .With("visits", "per day", 200, 12, 11, 13, scenario: Plan).With("visits", "per day", 200, 1, -1, 3, scenario: Beds)
        .With("visits", "per day", 200, -1, -2, -0.5, scenario: Idle).Results);

    [Test]
    public void What_goes_furthest_towards_the_targets_comes_first()
    {
        // Plan: 7.1 ÷ 21.4 and all of the way to 2.5; beds: 2 ÷ 21.4 and 1 ÷ 4.2; idle: 0.2 ÷ 21.4.
        Assert.That(Of(Results).Scenarios, Is.EqualTo(new[] { Plan, Beds, Idle }));
    }

    [Test]
    public void Targets_come_before_what_has_none_and_stay_in_the_order_of_the_headline()
    {
        var made = new HandMade();
        for (var index = 0; index < 12; index++)
        {
            made.With($"other_{index}", "beds", 100, 1, 0.5, 1.5);
        }

        var results = Standing(made.With("seen_in_time", "%", 70, 1, 0.5, 1.5).Results);
        var lines = Of(results).Lines.Select(line => line.Id).ToList();
        Assert.That(lines, Has.Count.EqualTo(10));
        Assert.That(lines[^1], Is.EqualTo("seen_in_time"));
        Assert.That(lines[0], Is.EqualTo("other_0"));
    }

    [Test]
    public void Measures_that_are_asked_for_are_all_there_is() =>
        Assert.That(Answer.Of(Results, ["visits"])!.Lines.Select(line => line.Id), Is.EqualTo(new[] { "visits" }));

    [Test]
    public void That_a_scenario_changes_nothing_is_said_first_of_it()
    {
        // 0.2 points, and 0.5 % of the visits, are more than chance; plan and beds move a target by 2 points and more.
        var answer = Of(Results);
        Assert.That(answer.Scenarios.Where(answer.ChangesNothing), Is.EqualTo(new[] { Idle }));
        var page = HtmlOutline.Of(Page.Of(Results)).Text;
        Assert.That(page, Does.Match(@"Idle\s+No measure of the headline changes by so much that it matters\.").IgnoreCase);
        Assert.That(System.Text.RegularExpressions.Regex.Count(page, "No measure of the headline changes"), Is.EqualTo(1));
    }

    [Test]
    public void Nothing_compared_is_no_answer() =>
        Assert.That(Answer.Of(new HandMade().WithBaseline("visits", "per day", 3, HandMade.Period).Results, []), Is.Null);

    [Test]
    public void The_paragraph_says_from_where_to_where_and_whether_the_target_is_reached()
    {
        var told = Sentences(Results);
        Assert.That(told[0], Is.EqualTo(
            "plan, furthest of all: seen in time rises from 73.6 to 80.7 %, not to the 95 % standard; held back falls from 6.70 to 2.40 %, within the 2.5 % target as near as can be told."));
        Assert.That(told, Has.Some.EqualTo("Less far: beds (seen in time +2.00 points)."));
        Assert.That(told[^1], Is.EqualTo("No measure of the headline is changed by so much that it matters by idle."), "0.2 points are more than chance, but less than half a point");
    }

    [Test]
    public void Of_a_scenario_made_of_others_it_is_said_which_does_most_by_itself()
    {
        var results = Results;
        var whole = results with
        {
            System = results.System with
            {
                Scenarios = [.. results.System.Scenarios.Select(one => one.Id == Plan ? one with { Parts = [Beds, Idle, Plan] } : one)],
            },
        };
        Assert.That(Sentences(whole), Has.Some.EqualTo(
            "Of single ones, most is done by beds: seen in time rises to 75.6 %; held back falls to 5.70 %, none of them to its target."));
    }

    [Test]
    public void What_moves_no_target_is_said_apart()
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 80, 3, 2, 4, scenario: Plan).With("seen_in_time", "%", 80, 0.1, -1, 1.2, scenario: Beds)
            .With("visits", "per day", 100, 1, -1, 3, scenario: Plan).With("visits", "per day", 100, 30, 28, 32, scenario: Beds).Results);
        Assert.That(Sentences(results), Has.Some.EqualTo("None of the targets is brought nearer by beds (visits +30.0 a day)."));
    }

    [Test]
    public void A_target_that_nothing_brings_nearer_is_named()
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 80, 3, 2, 4).With("held", "%", 6, 0.2, -0.4, 0.8).Results);
        Assert.That(Sentences(results), Has.Some.Contains("brings these nearer to their targets by so much that it matters: held back (6.00 %, 2.5 % target)"));
    }

    [Test]
    public void What_gets_worse_is_not_left_out()
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 80, 3, 2, 4).With("held", "%", 6, 2, 1, 3).Results);
        Assert.That(Sentences(results), Has.Some.EqualTo("Made worse: held back rises from 6.0 to 8.0 %, away from the 2.5 % target."));
    }

    [TestCase(-2, 3, "seen in time may rise from 80.0 to 83.0 % (-2.0 to +3.0 points with what is not known)")]
    [TestCase(1, 4, "seen in time rises from 80.0 to 83.0 % (+1.0 to +4.0 points with what is not known)")]
    public void What_is_not_known_may_turn_round_what_is_beyond_chance(double lower, double upper, string told)
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 80, 3, 2, 4).Results);
        var drawn = results with { Differences = [.. results.Differences.Select(row => row with { Lower95All = lower, Upper95All = upper, NOuter = 20 })] };
        Assert.That(Sentences(drawn)[0].Replace('−', '-'), Does.Contain(told));
    }

    [Test]
    public void Levels_give_the_change_that_stands_beside_them()
    {
        // 96.97 − 2.83 = 94.14: by itself each would be 97.0, −2.8 and 94.1.
        var results = Standing(new HandMade().With("seen_in_time", "%", 96.97, -2.83, -2.95, -2.71).Results);
        Assert.That(string.Join(' ', Sentences(results)), Does.Contain("from 97.0 to 94.2 %"));
    }

    [Test]
    public void What_is_told_first_is_not_told_again_as_made_worse()
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 96, -3, -4, -2).Results);
        Assert.That(Sentences(results).Count(sentence => sentence.Contains("seen in time falls", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Nothing_beyond_chance_is_said_to_be_nothing()
    {
        var results = Standing(new HandMade().With("seen_in_time", "%", 80, 0.1, -2, 2.2).Results);
        Assert.That(Sentences(results)[0], Is.EqualTo("hub: no measure of the headline changes by more than chance and by so much that it matters."));
    }

    [Test]
    public void One_replication_tells_nothing()
    {
        var results = Standing(new HandMade { Replications = 1 }.With("seen_in_time", "%", 80, 4, double.NaN, double.NaN).Results);
        Assert.That(Sentences(results).Single(), Does.StartWith("One replication cannot tell chance from effect"));
    }

    [Test]
    public void Money_says_who_saves_who_costs_and_of_whom_it_cannot_be_told()
    {
        var results = Results with
        {
            Savings = [Sum(Plan, -40_000_000, 2_000_000), Sum(Beds, 500_000, 300_000), Sum(Idle, 100_000, 300_000)],
        };
        var answer = Of(results);
        Assert.That(answer.Lines[^1].IsMoney);
        Assert.That(answer.Lines[^1][Plan].Mean, Is.EqualTo(-40));
        Assert.That(Sentences(results), Has.Some.EqualTo(
            "In cash, 2018/19, of all partners, after investment: saved £500k with beds; spent in addition £40.0m (£38.0m to £42.0m) with plan; of idle it cannot be told."));
        Assert.That(Sentences(results), Has.Some.EqualTo("No investment is written for beds: what is needed for it is not in what it saves."));
    }

    [Test]
    public void A_change_that_what_is_not_known_may_turn_round_is_open()
    {
        var sure = new AnswerCell("a", 2, 1, 3, 0.5, 4);
        var open = new AnswerCell("a", 2, 1, 3, -0.5, 4);
        var chance = new AnswerCell("a", 2, -1, 5, -2, 6);
        Assert.That((sure.IsBeyondChance, sure.IsOpen), Is.EqualTo((true, false)));
        Assert.That((open.IsBeyondChance, open.IsOpen), Is.EqualTo((true, true)));
        Assert.That((chance.IsBeyondChance, chance.IsOpen), Is.EqualTo((false, false)));
    }

    private static Answer Of(ResultSet results) => Answer.Of(results, [])!;

    private static IReadOnlyList<string> Sentences(ResultSet results) => new AnswerWords(Of(results), scenario => scenario).Sentences();

    private static Saving Sum(string scenario, decimal amount, double half) => new()
    {
        Scenario = scenario,
        Year = "2018/19",
        Basis = Basis.Cash,
        Partner = Saving.System,
        Resources = amount,
        Transfers = 0,
        Amount = amount,
        Lower95 = (double)amount - half,
        Upper95 = (double)amount + half,
        Verdict = SavingVerdict.CannotBeTold,
    };

    /// <summary>With words for measures that have a target.</summary>
    internal static ResultSet Standing(ResultSet results) => results with
    {
        System = results.System with
        {
            Measures =
            [
                new MeasureFacts("seen_in_time", "%", "", "", "Seen in time") { Better = "higher", Standards = [new StandardFacts("", 95, "standard")] },
                new MeasureFacts("held", "%", "", "", "Held back") { Better = "lower", Standards = [new StandardFacts("", 2.5, "target")] },
            ],
        },
    };
}
