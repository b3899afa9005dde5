using System.Text;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Small valid systems made of the language's stage properties by chance: "or" lists, "+", alternatives after a time, keep, priorities that rise, giving up,
/// moving back, turnaround, rosters, slots, surge, closures, sets, diversions, loops in which time passes.
/// </summary>
internal sealed class RandomSystem
{
    private readonly Dice dice;
    private readonly StringBuilder text = new();
    private readonly int stages;
    private readonly int beds;
    private readonly int crew;

    private RandomSystem(int seed)
    {
        dice = new Dice(seed);
        stages = 2 + dice.Below(4);
        beds = 2 + dice.Below(2);
        crew = 1 + dice.Below(2);
    }

    /// <summary>The system's <c>system.yaml</c> and tables; the seed names it.</summary>
    public static (string Yaml, (string File, string Text)[] Files) Of(int seed)
    {
        var system = new RandomSystem(seed);
        system.Write(seed);
        return (system.text.ToString(), [("rosters/shifts.csv", system.Shifts()), ("tables/stays.csv", "age,stay\nyoung,lognormal mean 9 h sd 6 h at least 1 min\nold,gamma mean 20 h sd 16 h at least 1 min\n")]);
    }

    private void Write(int seed)
    {
        text.Append(
            $$"""
            system: random-{{seed}}
            run: { starts: {{dice.Of("Mon 00:00", "Wed 06:00", "2016-04-01")}}, lasts: 60 d, warm_up: 20 d, begin: {{dice.Of("empty", "described")}} }
            attributes: { age: [young, old], urgency: ["1", "2", "3"], patience: duration, turns: number }
            calendars:
              office: { open: Mon-Fri 09:00-17:00 }
              rounds: { at: "daily 10:00" }
            exits: [gone, lost]

            """);
        WritePools();
        WriteStreams();
        text.Append("stages:\n");
        for (var stage = 0; stage < stages; stage++)
        {
            WriteStage(stage);
        }

        text.Append(
            """
            measures:
              stays: { clock: stay, mean: true, unit: h, group: age }
              left: { exits: [gone, lost], per: day, group: urgency }
              delayed_beds: { average: { delayed_time: wards } }

            """);
    }

    private void WritePools()
    {
        text.Append("pools:\n");
        for (var bed = 0; bed < beds; bed++)
        {
            var more = dice.InPercent(40) ? ", turnaround: " + dice.Of("30 min", "exponential mean 2 h") : "";
            more += dice.InPercent(25) ? ", takes: office" : "";
            more += dice.InPercent(25) ? $", surge: {{ adds: 3, checked: daily 08:00, opens: waiting(bed-{bed}) >= 2, closes: waiting(bed-{bed}) = 0, after: 2 h, at_least: 1 d }}" : "";
            text.Append($"  bed-{bed}: {{ kind: {dice.Of("beds", "spaces")}, group: wards, capacity: {4 + dice.Below(8)}{more} }}\n");
        }

        for (var team = 0; team < crew; team++)
        {
            var capacity = dice.Of("3", "{ roster: shifts }", "{ calendar: office, inside: 5, outside: 1 }");
            var close = capacity.Contains("shifts", StringComparison.Ordinal) && dice.InPercent(50) ? ", at_close: empty" : "";
            text.Append($"  team-{team}: {{ kind: staff, capacity: {capacity}{close} }}\n");
        }

        text.Append("  chair: { kind: spaces, group: chairs, capacity: unlimited }\n  ticket: { kind: slots, capacity: 12 per day, renewed: \"daily 08:00\" }\n");
    }

    private void WriteStreams()
    {
        text.Append(
            $$"""
            streams:
              walk-in: { to: stage-0, rate: {{3 + dice.Below(6)}} per d, attributes: { age: { young: 60 %, old: rest }, urgency: { "1": 20 %, "2": 30 %, "3": rest }, patience: exponential mean 1 d } }
              planned: { to: stage-{{dice.Below(2)}}, schedule: { at: "Mon-Fri 07:00", count: 2 }, attributes: { age: old, urgency: { "2": 50 %, "3": rest }, patience: constant 9 h } }

            """);
        if (dice.InPercent(30))
        {
            text.Append("  outbreak: { closes: { pool: bed-0, amount: 2, time: lognormal mean 2 d sd 1 d }, rate: 1 per 10 d }\n");
        }
    }

    private void WriteStage(int stage)
    {
        text.Append($"  stage-{stage}:\n    clock: stay\n");
        WritePlace(stage);
        WriteStaff();
        text.Append($"    priority: {dice.Of("2", "urgency", "[ 3, \"1 after 6 h\" ]", "[ urgency, \"1 after 8 h of stay\" ]")}\n");
        text.Append($"    gives_up: [ {{ after: {dice.Of("2 d", "exponential mean 1 d", "patience")}, to: lost }}{(dice.InPercent(20) ? $", {{ queue: {3 + dice.Below(4)}, to: gone }}" : "")} ]\n");
        if (dice.InPercent(30))
        {
            text.Append("    sets: { turns: +1, urgency: [ { if: \"turns > 1\", is: \"1\" }, { is: { copy: urgency } } ] }\n");
        }

        if (dice.InPercent(30))
        {
            text.Append("    delayed: { reason: A, attribution: { nhs: 60 %, social-care: rest } }\n");
        }

        if (dice.InPercent(30))
        {
            text.Append("    divert: { early: { share: 10 %, if: \"weekday = Mon or waiting(bed-0) > 3\", to: gone } }\n");
        }

        text.Append($"    time: {Time()}\n    then: {Then(stage)}\n");
    }

    private void WritePlace(int stage)
    {
        var first = $"bed-{dice.Below(beds)}";
        var second = $"bed-{(int.Parse(first.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture) + 1) % beds}";
        var form = dice.Below(stage == 0 ? 6 : 8);
        var place = form switch
        {
            0 or 1 => first,
            2 => $"[ {first}, \"{second} after {1 + dice.Below(4)} h\" ]",
            3 => $"{first} + chair",
            4 => $"[ 2 of {first}, {second} ]",
            5 => $"{first} + ticket",
            6 => "keep",
            _ => "none",
        };
        text.Append($"    place: {place}\n");
        if (form is 0 or 3 or 5 && stage > 0 && dice.InPercent(30))
        {
            text.Append("    keep: [ chairs ]\n");
        }

        if (form == 2 && dice.InPercent(60))
        {
            text.Append("    moves_back: { priority: 4, during: daily 08:00-20:00 }\n");
        }
    }

    private void WriteStaff()
    {
        if (dice.InPercent(60))
        {
            var last = $"team-{crew - 1}";
            text.Append($"    staff: {dice.Of("team-0", last, crew > 1 ? "team-0 + team-1" : "2 of team-0", $"[ team-0, \"{last} after 30 min\" ]", "team-0 for 20 min")}\n");
        }
    }

    private string Time() => dice.Of(
        "45 min",
        "exponential mean 5 h at least 1 min",
        "lognormal mean 8 h sd 8 h at least 1 min",
        "{ table: stays }",
        "until next rounds",
        "3 h of office",
        "triangular 10 min 30 min 2 h");

    private string Then(int stage)
    {
        var on = stage + 1 < stages ? $"stage-{stage + 1}" : dice.Of("leave", "gone");
        return dice.Below(4) switch
        {
            0 => on,
            1 => $"{{ stage-{dice.Below(stage + 1)}: 15 %, {on}: rest }}",
            2 => $"[ {{ if: \"visits(stage-{stage}) < 3 and urgency = 3\", to: {{ stage-{dice.Below(stage + 1)}: 20 %, {on}: rest }} }}, {{ to: {on} }} ]",
            _ => $"{{ {on}: 90 %, lost: rest }}",
        };
    }

    private string Shifts() => $"days,from,to,capacity\nMon-Fri,08:00,20:00,{3 + dice.Below(3)}\nSat-Sun,08:00,16:00,2\n" + (dice.InPercent(50) ? "daily,20:00,24:00,1\n" : "");
}
