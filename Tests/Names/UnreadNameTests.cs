namespace FlowSim.Tests.Names;

/// <summary>What is made and nothing reads is told, and does not stop the run where it cannot be a misspelling.</summary>
[TestFixture]
internal sealed class UnreadNameTests
{
    [TestCase("then: leave", "then: home\n  home: { place: none, clock: convalescence, time: 1 d, then: leave }", "stages.home.clock", "something reads")]
    [TestCase("pools:", "tables: { spare: { keys: [urgency], rows: { \"*\": 5 } } }\npools:", "tables.spare", "something reads")]
    [TestCase("pools:", "calendars: { spare: { open: daily 08:00-18:00 } }\npools:", "calendars.spare", "something reads")]
    [TestCase("exits: [left]", "exits: [left, lost]", "exits[2]", "somebody takes")]
    [TestCase("urgency: [\"1\", \"2\"]", "urgency: [\"1\", \"2\"], colour: [red, blue]", "attributes.colour", "something reads")]
    [TestCase("measures:", "measures:\n  away: { gave_up: desk, reason: leave, per: day }", "measures.away.reason", "one of left")]
    public void It_is_warned_about(string found, string replacement, string where, string says) =>
        Checked.IsWarned(Checked.With(found, replacement), where, says);

    [Test]
    public void A_column_that_nothing_reads_is_warned_about() =>
        Checked.IsWarned(Checked.With("exponential mean 20 min", "{ table: stay, column: time }"), "tables.stay.comment", "\"comment\"",
            ("tables/stay.csv", "urgency,time,comment\n*,5 min,quick\n"));

    [TestCase("times")]
    [TestCase("values")]
    [TestCase("minutes")]
    [TestCase("t")]
    public void The_only_column_of_values_may_have_any_heading(string heading) =>
        Checked.IsSound(Checked.With("exponential mean 20 min", "{ table: stay }"), ("tables/stay.csv", $"urgency,{heading}\n1,20 min\n2,10 min\n"));

    [TestCase("tim")]
    [TestCase("tiem")]
    public void A_usual_heading_with_a_slip_is_refused(string heading) =>
        Checked.IsRefused(Checked.With("exponential mean 20 min", "{ table: stay }"), $"tables.stay.{heading}", "Did you mean \"time\"?",
            ("tables/stay.csv", $"urgency,{heading}\n1,20 min\n2,10 min\n"));

    [Test]
    public void A_roster_that_no_pool_has_is_warned_about() =>
        Checked.IsWarned(Checked.Clinic, "rosters.spare", "some pool", ("rosters/spare.csv", "days,from,to,capacity\ndaily,00:00,24:00,1\n"));

    [TestCase("measures:", "timelines: { here: { clock: stay } }\nmeasures:")]
    [TestCase("measures:", "measures:\n  stays: { starts: stay, per: day }")]
    [TestCase("then: leave\nmeasures", "then: [ { if: \"clock(stay) > 1 h\", to: left }, { to: leave } ]\nmeasures")]
    [TestCase("after: 2 h", "after: 2 h of stay")]
    [TestCase("priority: urgency", "priority: [ 2, 1 after 3 h of stay ]")]
    public void A_clock_is_read_by_measures_timelines_conditions_and_times(string found, string replacement) =>
        Checked.IsSound(Checked.With(found, replacement).Replace("clock: visit\n", "clock: [ visit, stay ]\n", StringComparison.Ordinal));
}
