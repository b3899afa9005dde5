namespace FlowSim.Tests.Names;

/// <summary>What cannot mean anything is refused; what does nothing is warned about.</summary>
[TestFixture]
internal sealed class NonsenseTests
{
    private const string Weekly = "tables: { rates: { keys: [weekday], rows: { \"*\": 50 } } }\npools:";

    [TestCase("time: exponential mean 20 min", "time: binomial 5 50 %", "stages.desk.time", "binomial count")]
    [TestCase("after: 2 h", "after: binomial 5 50 %", "stages.desk.gives_up[1].after", "binomial count")]
    [TestCase("capacity: 1", "capacity: 1, turnaround: binomial 5 50 %", "pools.nurse.turnaround", "binomial count")]
    [TestCase("capacity: 1", "capacity: 1, takes: daily 08:00-18:00, at_close: empty", "pools.nurse.at_close", "falls to 0")]
    [TestCase("then: leave", "then: [ { to: leave }, { if: \"urgency = 2\", to: left }, { to: desk } ]", "stages.desk.then[2].if", "without \"if\"")]
    [TestCase("place: none", "place: none\n    sets: { urgency: [ { is: \"1\" }, { if: \"hour > 8\", is: \"2\" } ] }", "stages.desk.sets.urgency[2].if",
        "without \"if\"")]
    [TestCase("capacity: 1", "capacity: { value: 1, status: assumed, range: banana }", "pools.nurse.capacity.range", "two ends")]
    [TestCase("capacity: 1", "capacity: { value: 1, status: assumed, range: 9 to 5 }", "pools.nurse.capacity.range", "lower end first")]
    [TestCase("capacity: 1", "capacity: { value: 1, status: assumed, range: 2 }", "pools.nurse.capacity.range", "two ends")]
    [TestCase("exponential mean 20 min", "{ value: 20 min, range: 5 min }", "stages.desk.time.range", "two ends")]
    [TestCase("rate: 50 per d", "schedule: { at: daily 07:00, count: exponential mean 3 d }", "streams.walk-ins.schedule.count", "without a unit of time")]
    [TestCase("exponential mean 20 min", "exponential mean -20 min", "stages.desk.time", "at least 0")]
    [TestCase("capacity: 1", "capacity: { value: 1, status: assumed, range: 1 to 2 h }", "pools.nurse.capacity.range", "range of what 1 is")]
    [TestCase("capacity: 1", "capacity: { value: 1, source: [ a, b ] }", "pools.nurse.capacity.source", "a text")]
    [TestCase("kind: staff, owner: trust, capacity: 1", "kind: slots, owner: trust, capacity: 3 per day, turnaround: 2 h", "pools.nurse.turnaround", "used up")]
    [TestCase("capacity: 1", "capacity: unlimited, surge: { adds: 1, opens: waiting(nurse) > 5, closes: waiting(nurse) = 0, checked: daily 08:00 }",
        "pools.nurse.surge", "without limit")]
    [TestCase("capacity: 1", "capacity: 1, holidays: bank-holidays", "pools.nurse.holidays", "beside a roster")]
    [TestCase("staff: nurse", "staff: { pool: 2 of nurse, n: 1 }", "stages.desk.staff.pool", "once")]
    [TestCase("rate: 50 per d", "schedule: { at: daily 07:00, first: 2 h }", "streams.walk-ins.schedule.first", "beside \"every\"")]
    [TestCase("to: desk, rate", "to: desk, closes: { pool: nurse, amount: 1, time: 2 h }, rate", "streams.walk-ins.to", "either")]
    [TestCase("pools:", "calendars: { c: { open: daily 08:00-18:00, to: 2016-03-01 } }\npools:", "calendars.c.to", "beside \"from\"")]
    [TestCase("pools:", "calendars: { c: { from: 2016-03-01, to: 2016-02-01 } }\npools:", "calendars.c.to", "after \"from\"")]
    [TestCase("pools:", "calendars: { d: { dates: [2016-01-05] }, c: { dates: [2016-01-06], except: d } }\npools:", "calendars.c.except", "list of dates")]
    public void It_is_refused(string found, string replacement, string where, string says)
    {
        var yaml = Checked.With(found, replacement);
        var (refused, printed) = Checked.Check(yaml);
        Assert.That(printed, Does.Contain(where).And.Contain(says));
        Assert.That(refused || says.StartsWith("range of", StringComparison.Ordinal), Is.True, printed);
    }

    [TestCase("by: [month, moonphase]", "the keys of rates: weekday")]
    [TestCase("by: [weekday, hour]", "the keys of rates: weekday")]
    [TestCase("by: weekdy", "Did you mean \"weekday\"?")]
    public void Keys_that_a_rate_repeats_are_those_of_its_table(string by, string says) =>
        Checked.IsRefused(Checked.With("pools:", Weekly)
            .Replace("rate: 50 per d", $"rate: {{ table: rates, per: d, {by} }}", StringComparison.Ordinal), "streams.walk-ins.rate.by", says);

    [Test]
    public void A_part_of_a_mixture_that_is_wrong_is_told_once() =>
        Assert.That(
            Checked.Check(Checked.With("exponential mean 20 min", "[ { share: 30 %, time: binomial 5 50 % }, { share: rest, time: 5 min } ]")).Printed.Split(
                "expected").Length - 1, Is.EqualTo(1));

    [Test]
    public void A_list_that_cannot_be_read_is_the_only_problem()
    {
        var (_, printed) = Checked.Check(
            Checked.With("rate: 50 per d, attributes: { urgency: { \"1\": 20 %, \"2\": rest } }", "observed: { file: tables/list.csv }"),
            ("tables/list.csv", "Time,urgency\n1 d,1\n"));
        Assert.That(printed, Does.Contain("tables/list.csv:1").And.Not.Contain("stages.desk"));
    }

    [Test]
    public void A_misspelt_file_of_a_list_is_named_as_it_is_written() =>
        Checked.IsRefused(Checked.With("rate: 50 per d, attributes: { urgency: { \"1\": 20 %, \"2\": rest } }", "observed: { file: tables/lst.csv }"),
            "streams.walk-ins.observed.file", "Did you mean \"tables/list.csv\"?", ("tables/list.csv", "time,urgency\n1 d,1\n"));

    [TestCase("exponential mean 20 min", "5 min at least 1 min at least 1 min")]
    [TestCase("capacity: 1", "capacity: { value: 1, range: 1 to 1 to }")]
    [MaxTime(20_000)]
    public void A_text_without_end_is_refused_at_once(string found, string replacement)
    {
        var again = found == "capacity: 1" ? "1 to " : " at least 1 min";
        var text = replacement.Replace("1 to }", string.Concat(Enumerable.Repeat(again, 20_000)) + "2 }", StringComparison.Ordinal);
        Assert.That(Checked.Check(Checked.With(found, text == replacement ? replacement + string.Concat(Enumerable.Repeat(again, 20_000)) : text)).Refused,
            Is.True);
    }

    [Test]
    public void A_key_that_a_rate_leaves_out_is_told() =>
        Checked.IsRefused(
            Checked.With("pools:", "tables: { rates: { keys: [weekday, hour], rows: { \"* *\": 50 } } }\npools:")
                .Replace("rate: 50 per d", "rate: { table: rates, per: h, by: [weekday] }", StringComparison.Ordinal),
            "streams.walk-ins.rate.by", "without hour");

    [Test]
    public void All_keys_in_any_order_are_right() =>
        Checked.IsSound(Checked.With("pools:", "tables: { rates: { keys: [weekday, hour], rows: { \"* *\": 2 } } }\npools:")
            .Replace("rate: 50 per d", "rate: { table: rates, per: h, by: [hour, weekday] }", StringComparison.Ordinal));

    [TestCase("capacity: 1", "capacity: { value: 1, status: assumed, range: 3 to 5 }", "pools.nurse.capacity.range", "holds 1")]
    [TestCase("exponential mean 20 min", "{ value: exponential mean 20 min, range: 30 to 40 min }", "stages.desk.time.range", "holds exponential mean 20 min")]
    [TestCase("capacity: 1", "capacity: { calendar: \"daily 08:00-18:00\", inside: 1, outside: 0 }, takes: daily 08:00-18:00, at_close: empty",
        "pools.nurse.at_close", "always ended by then")]
    [TestCase("priority: urgency", "priority: [ urgency, 5 after 1 h ]", "stages.desk.priority[2]", "at most 2")]
    [TestCase("priority: urgency", "priority: [ 3, 4 after 1 h ]", "stages.desk.priority[2]", "at most 3")]
    [TestCase("priority: urgency", "moves_back: { priority: 3 }", "stages.desk.moves_back", "alternatives")]
    [TestCase("then: leave", "then: home\n  home: { place: none, priority: 2, time: 1 d, then: leave }", "stages.home.priority", "somebody waits")]
    [TestCase("then: leave", "then: home\n  home: { place: none, gives_up: [ { after: 2 h, to: left } ], time: 1 d, then: leave }", "stages.home.gives_up",
        "somebody waits")]
    [TestCase("priority: urgency", "starts_with: { stream: walk-ins, waiting: 3 }", "stages.desk.starts_with", "begins described")]
    public void What_does_nothing_is_warned_about(string found, string replacement, string where, string says) =>
        Checked.IsWarned(Checked.With(found, replacement), where, says);

    [TestCase("hour", "per: d", "streams.walk-ins.rate.per", "\"per: h\"")]
    [TestCase("weekday", "per: d, scale: 50 per d", "streams.walk-ins.rate.per", "beside scale")]
    [TestCase("weekday", "per: d, shape: linear", "streams.walk-ins.rate.shape", "table by hour")]
    [TestCase("month", "per: d, holiday: as Sun", "streams.walk-ins.rate.holiday", "table by weekday")]
    public void What_a_rate_says_in_vain_is_warned_about(string key, string said, string where, string says) =>
        Checked.IsWarned(
            Checked.With("pools:",
                $"calendars: {{ bank-holidays: {{ dates: [2016-01-05] }} }}\ntables: {{ rates: {{ keys: [{key}], rows: {{ \"*\": 50 }} }} }}\npools:")
                .Replace("rate: 50 per d", $"rate: {{ table: rates, {said} }}", StringComparison.Ordinal),
            where, says);

    [TestCase("range: 0.5 to 2")]
    [TestCase("range: uniform 0.5 2")]
    [TestCase("status: assumed, source: somebody, note: a guess")]
    public void An_origin_that_is_right_is_sound(string origin) =>
        Checked.IsSound(Checked.With("capacity: 1", $"capacity: {{ value: 1, {origin} }}"));

    [Test]
    public void A_place_without_a_row_in_the_table_by_place_is_refused() =>
        Checked.IsRefused(
            Checked.With("pools:", "pools:\n  chair: { kind: spaces, capacity: 2 }\n  couch: { kind: spaces, capacity: 2 }")
                .Replace("place: none", "place: [ chair, couch ]", StringComparison.Ordinal)
                .Replace("exponential mean 20 min", "{ table: stay }", StringComparison.Ordinal),
            "stages.desk", "none for couch", ("tables/stay.csv", "place,time\nchair,5 min\n"));

    [TestCase("lin: x, partner: trust", "investment[1].lin", "Did you mean \"line\"?")]
    [TestCase("line: x, parner: trust", "investment[1].parner", "Did you mean \"partner\"?")]
    [TestCase("line: x, partner: trst", "investment[1].partner", "Did you mean \"trust\"?")]
    [TestCase("line: x", "investment[1].partner", "Write \"partner:\"")]
    [TestCase("line: x, partner: trust, gbp_per_yaer: 5", "investment[1].gbp_per_yaer", "Did you mean \"gbp_per_year\"?")]
    [TestCase("line: x, partner: trust, gbp_per_year: lots", "investment[1].gbp_per_year", "pounds")]
    [TestCase("line: x, partner: trust, gbp_per_year: 5, recurrent: maybe", "investment[1].recurrent", "true or false")]
    [TestCase("line: x, partner: trust, gbp_per_year: 5, from: soon", "investment[1].from", "a date")]
    [TestCase("line: x, partner: trust, gbp_per_year: 5, price_year: 2016/19", "investment[1].price_year", "2016/17")]
    [TestCase("line: x, partner: trust, gbp_per_year: 5, status: asumed", "investment[1].status", "measured, cited")]
    public void A_line_of_investment_that_is_wrong_is_refused(string line, string where, string says) =>
        Checked.IsRefused(Checked.Clinic + $"\nscenarios: {{ more: {{ changes: [], investment: [ {{ {line} }} ] }} }}", where, says);

    [Test]
    public void A_line_of_investment_that_is_right_is_sound() =>
        Checked.IsSound(Checked.Clinic
            + "\nscenarios: { more: { changes: [], investment: [ { line: x, partner: trust, gbp_per_year: 5000, recurrent: true, from: 2016-02-01, price_year: 2016/17, source: a guess } ] } }");

    [TestCase("{ value: 1.2, status: asumed }", "status", "Did you mean \"assumed\"?")]
    [TestCase("{ value: 1.2, range: banana }", "range", "two ends")]
    [TestCase("{ value: 1.2, range: 1.4 to 1.1 }", "range", "lower end first")]
    [TestCase("{ value: 1.2, rnge: 1.1 to 1.4 }", "", "Did you mean \"range\"?")]
    public void What_a_change_says_of_its_amount_is_checked(string by, string where, string says) =>
        Checked.IsRefused(Checked.Clinic + $"\nscenarios: {{ more: [ {{ scale: streams.walk-ins.rate, by: {by} }} ] }}", where, says);
}
