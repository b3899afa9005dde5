using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>Two sites that share a community unit: nearly every property of the language in one small system of some 200 patients.</summary>
internal static class SmallHospital
{
    public const string Yaml =
        """
        system: small-hospital
        run: { starts: 2016-04-01, lasts: 1 y, warm_up: 1 y, begin: empty }
        dimensions: { site: [north, south] }
        attributes: { age: [young, old], urgency: ["1", "2", "3"], patience: duration, miles: number, nearest: site, pathway: [home, care, unit] }
        calendars:
          bank-holidays: { dates: [2016-05-02, 2016-12-26, 2017-01-02] }
          office: { open: Mon-Fri 09:00-17:00, except: bank-holidays }
          round: { at: Mon-Fri 10:00 & Sat-Sun 11:00 }
        pools:
          cubicle: { each: site, kind: spaces, capacity: 10 }
          corridor: { each: site, kind: spaces, capacity: unlimited }
          doctor: { each: site, kind: staff, capacity: { roster: doctors } }
          nurse: { each: site, kind: staff, capacity: 4 }
          crew: { kind: crews, capacity: 5, turnaround: 15 min }
          medical-bed:
            each: site
            kind: beds
            group: acute-ga
            capacity: 34
            turnaround: 1 h
            surge: { adds: 4, checked: daily 08:00, opens: waiting(medical-bed@site) >= 3, closes: waiting(medical-bed@site) = 0, after: 4 h, at_least: 2 d }
          surgical-bed: { each: site, kind: beds, group: acute-ga, capacity: 12 }
          social-worker: { kind: staff, capacity: { calendar: office, inside: 4, outside: 0 } }
          start: { kind: slots, capacity: 5 per day, renewed: "daily 08:00" }
          caseload: { kind: caseload, capacity: 55 }
          community-bed: { kind: beds, group: community, capacity: 30, takes: office }
        streams:
          walk-in: { each: site, to: assess, rate: { table: walk-ins, per: h }, attributes: { age: { young: 70 %, old: rest }, urgency: { "1": 5 %, "2": 30 %, "3": rest }, patience: exponential mean 6 h } }
          calls: { to: convey, rate: 14 per d, attributes: { age: { young: 40 %, old: rest }, urgency: { "1": 20 %, "2": 60 %, "3": rest }, patience: constant 10 d, nearest: { north: 60 %, south: rest } } }
          planned: { each: site, to: ward, schedule: { at: "Mon-Fri 07:00", count: 2 }, attributes: { age: { young: 50 %, old: rest }, urgency: "2", patience: constant 10 d } }
          norovirus: { each: site, closes: { pool: medical-bed@site, amount: 4, time: lognormal mean 5 d sd 3 d }, rate: 1 per 60 d }
        stages:
          convey: { place: crew, clock: response, priority: urgency, time: lognormal mean 40 min sd 15 min, sets: { site: { copy: nearest } }, adds: { miles: 9 }, then: handover }
          handover: { each: site, place: [ cubicle@site, "corridor@site after 30 min" ], keep: [crew], clock: { handover: within 0 min, ed: within 15 min }, priority: urgency, staff: nurse@site, time: 8 min, then: assess }
          assess:
            each: site
            place: [ cubicle@site, corridor@site ]
            clock: ed
            priority: [ urgency, "1 after 3 h of ed" ]
            staff: doctor@site + nurse@site
            gives_up: [ { after: patience of ed, to: left-unseen } ]
            moves_back: { priority: 3 }
            time: lognormal mean 25 min sd 15 min
            divert: { elsewhere: { share: 3 %, if: "urgency = 3", to: elsewhere } }
            then: results
          results: { each: site, place: keep, clock: ed, time: lognormal mean 50 min sd 30 min, then: { ward: 16 %, leave: rest } }
          ward:
            each: site
            place: [ medical-bed@site, "surgical-bed@site after 2 h" ]
            priority: urgency
            moves_back: { priority: 4, during: "daily 08:00-20:00" }
            clock: spell
            sets: { pathway: { home: 70 %, care: 20 %, unit: rest } }
            time: { table: treatment }
            then: fit
          fit: { each: site, place: keep, clock: spell, time: until next round, then: { by: pathway, home: leave, care: assessment, unit: community } }
          assessment: { each: site, place: keep, clock: spell, delayed: { reason: A, attribution: { nhs: 60 %, social-care: rest } }, staff: social-worker for 90 min, time: 4 h of office, then: package }
          package:
            place: caseload + start
            clock: spell
            delayed: { reason: E, attribution: social-care }
            gives_up: [ { after: exponential mean 15 d, to: leave } ]
            time: lognormal mean 12 d sd 8 d
            then: { package: 5 %, leave: rest }
          community: { place: community-bed, clock: spell, delayed: { reason: C, attribution: nhs }, gives_up: [ { after: 14 d, to: leave } ], time: lognormal mean 12 d sd 8 d, then: leave }
        exits: [left-unseen, elsewhere]
        measures:
          four_hour_rate: { visits: ed, within: 4 h, by: site, monthly: true }
          length_of_stay: { clock: spell, mean: true, unit: d, by: site, group: age }
          delayed_beds: { average: { delayed_time: acute-ga }, by: site }
          driven: { attribute: miles, mean: true, where: miles > 0 }
          midnight: { per_census: { census_occupied: acute-ga }, by: site }
        timelines:
          occupied_beds: { pools: acute-ga, by: site, unit: beds }
          in_ed: { clock: ed, by: site, hours_of_week: true, unit: patients }
        """;

    public static readonly (string File, string Text)[] Files =
    [
        ("tables/walk-ins.csv", "hour,weekday,rate\n0-7,*,0.8\n8-21,Mon-Fri,2.6\n8-21,Sat-Sun,3\n22-23,*,1.4\n"),
        ("tables/treatment.csv", "age,time\nyoung,lognormal mean 2 d sd 2 d\nold,lognormal mean 4 d sd 4 d\n"),
        ("rosters/doctors.csv", "days,from,to,capacity\ndaily,08:00,22:00,2\ndaily,22:00,08:00,1\n"),
    ];

    /// <summary>The system, with one piece of its text replaced or none.</summary>
    public static SystemModel Model(string found = "", string replacement = "")
    {
        var times = found.Length == 0 ? 1 : Yaml.Split(found).Length - 1;
        Assert.That(times, Is.EqualTo(1), $"'{found}' stands once in the text");
        return ModelText.Compile(found.Length == 0 ? Yaml : Yaml.Replace(found, replacement, StringComparison.Ordinal), Files);
    }

    /// <summary>The same system: sections, stages and pools in reverse order, stages in a file of their own.</summary>
    public static (string Yaml, (string File, string Text)[] Files) Rearranged()
    {
        var sections = Blocks(Yaml.Split('\n'), "").ToDictionary(block => block[0], block => block);
        foreach (var name in new[] { "stages:", "pools:" })
        {
            sections[name] = [name, .. Enumerable.Reverse(Blocks(sections[name][1..], "  ")).SelectMany(block => block)];
        }

        var main = sections.Values.Where(block => block[0] != "stages:").Reverse().SelectMany(block => block);
        return (string.Join('\n', main) + "\n", [.. Files, ("patients.yaml", string.Join('\n', sections["stages:"]) + "\n")]);
    }

    /// <summary>Lines grouped by the key that begins at an indentation.</summary>
    private static List<string[]> Blocks(string[] lines, string indentation)
    {
        var blocks = new List<List<string>>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith(indentation, StringComparison.Ordinal) && line[indentation.Length] != ' ')
            {
                blocks.Add([]);
            }

            blocks[^1].Add(line);
        }

        return [.. blocks.Select(block => block.ToArray())];
    }
}
