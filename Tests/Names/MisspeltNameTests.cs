namespace FlowSim.Tests.Names;

/// <summary>Names that any text could be, misspelt: in each case the run would start and give other numbers.</summary>
[TestFixture]
internal sealed class MisspeltNameTests
{
    private const string Rooms =
        """
        system: rooms
        run: { starts: Mon 00:00, lasts: 5 d, begin: empty }
        dimensions: { site: [north, south] }
        pools:
          nurse: { each: site, kind: staff, capacity: { roster: nurses } }
        streams:
          patients: { each: site, to: desk, rate: 5 per d }
        stages:
          desk: { each: site, staff: nurse@site, time: 10 min, then: leave }
        """;

    [Test]
    public void The_systems_that_the_cases_vary_are_sound()
    {
        Checked.IsSound(Checked.Clinic);
        Checked.IsSound(Rooms, ("rosters/nurses.csv", "site,days,from,to,capacity\nnorth,daily,00:00,24:00,2\n*,daily,00:00,24:00,1\n"));
    }

    [TestCase("then: leave", "then: home\n  home: { place: none, clock: vist, time: 1 d, then: leave }", "stages.home.clock", "Did you mean \"visit\"?")]
    [TestCase("\"2\": rest }", "\"2\": rest }, urgncy: \"1\"", "streams.walk-ins.attributes.urgncy", "Did you mean \"urgency\"?")]
    [TestCase("place: none", "place: none\n    sets: { urgenc: \"1\" }", "stages.desk.sets.urgenc", "Did you mean \"urgency\"?")]
    [TestCase("measures:", "titles: { nurce: The nurse }\nmeasures:", "titles.nurce", "expected the name of an instance")]
    [TestCase("measures:",
        "measures:\n  a: { clock: visit, mean: true, topic: visits }\n  b: { clock: visit, quantile: 90 %, topic: visits }\n  c: { clock: visit, quantile: 50 %, topic: visit }", "measures.c.topic", "Did you mean \"visits\"?")]
    public void A_misspelt_name_is_refused_with_the_nearest(string found, string replacement, string where, string says) =>
        Checked.IsRefused(Checked.With(found, replacement), where, says);

    [TestCase("soth", "Did you mean \"south\"?")]
    [TestCase("north|soth", "Did you mean \"south\"?")]
    [TestCase("west", "one of north, south, or *")]
    public void A_roster_row_of_an_instance_that_there_is_not_is_refused(string site, string says) =>
        Checked.IsRefused(Rooms, "rosters/nurses.csv:3: rosters.nurses.site", says,
            ("rosters/nurses.csv", $"site,days,from,to,capacity\n*,daily,00:00,24:00,1\n{site},daily,00:00,24:00,2\n"));

    [Test]
    public void A_calendar_of_an_instance_that_there_is_not_is_refused() =>
        Checked.IsRefused(Rooms.Replace("pools:", "calendars: { hours@nrth: { open: daily 08:00-18:00 } }\npools:", StringComparison.Ordinal),
            "calendars.hours@nrth", "Did you mean \"north\"?", ("rosters/nurses.csv", "days,from,to,capacity\ndaily,00:00,24:00,1\n"));

    [Test]
    public void A_group_that_differs_by_a_slip_from_that_of_other_pools_is_refused() =>
        Checked.IsRefused(
            Checked.With("pools:",
                "pools:\n  a: { kind: beds, group: acute, capacity: 1 }\n  b: { kind: beds, group: acute, capacity: 1 }\n  c: { kind: beds, group: acut, capacity: 1 }").Replace("place: none", "place: [a, b, c]", StringComparison.Ordinal),
            "pools.c.group", "Did you mean \"acute\"?");

    [Test]
    public void Groups_that_differ_by_another_letter_are_two_groups() =>
        Checked.IsSound(
            Checked.With("pools:",
                "pools:\n  a: { kind: beds, group: ward-a, capacity: 1 }\n  b: { kind: beds, group: ward-a, capacity: 1 }\n  c: { kind: beds, group: ward-b, capacity: 1 }").Replace("place: none", "place: [a, b, c]", StringComparison.Ordinal));

    [Test]
    public void A_column_headed_like_a_key_but_for_a_slip_is_refused() =>
        Checked.IsRefused(Checked.With("exponential mean 20 min", "{ table: stay, column: time }"), "tables.stay.urgncy", "Did you mean \"urgency\"?",
            ("tables/stay.csv", "urgncy,time\n*,5 min\n"));

    [Test]
    public void A_clock_that_only_a_scenario_misspells_is_refused_there() =>
        Checked.IsRefused(
            Checked.With("then: leave", "then: home\n  home: { place: none, clock: visit, time: 1 d, then: leave }")
                + "\nscenarios: { longer: [ { set: stages.home.clock, to: visti } ] }",
            "in scenario longer: stages.home.clock", "Did you mean \"visit\"?");

    [Test]
    public void What_only_a_scenario_reads_is_read() =>
        Checked.IsSound(Checked.With("pools:", "calendars: { office: { open: Mon-Fri 09:00-17:00 } }\npools:")
            + "\nscenarios: { hours: [ { set: pools.nurse.takes, to: office } ] }");

    [Test]
    public void What_a_scenario_no_longer_reads_is_no_fault_of_it() =>
        Checked.IsSound(
            Checked.With("pools:", "calendars: { office: { open: Mon-Fri 09:00-17:00 } }\npools:")
                .Replace("capacity: 1", "capacity: 1, takes: office", StringComparison.Ordinal)
                + "\nscenarios: { always: [ { set: pools.nurse.takes, to: daily } ] }");
}
