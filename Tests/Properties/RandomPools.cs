using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Properties;

/// <summary>Pools, rosters and streams of a random system.</summary>
internal static class RandomPools
{
    public static void Write(StringBuilder text, RandomShape shape)
    {
        var dice = shape.Dice;
        text.Append("pools:\n");
        for (var bed = 0; bed < shape.Beds; bed++)
        {
            var (name, each) = (shape.OwnBed(bed), shape.EachBed(bed));
            var more = dice.InPercent(40) ? ", turnaround: " + dice.Of("30 min", "exponential mean 2 h", "{ table: cleaning }") : "";
            more += dice.InPercent(20) ? ", takes: " + dice.Of("office", "long-day") : "";
            more += shape.HasSurge[bed]
                ? $", surge: {{ adds: {1 + dice.Below(3)}, checked: \"daily 08:00 & 16:00\", opens: \"waiting({dice.Of(name, name, RandomShape.Wards)}) >= 2\", closes: \"waiting({name}) = 0\", after: {dice.Of("2 h", "0 h")}, at_least: {dice.Of("1 d", "4 h")} }}"
                : "";
            var capacity = (shape.IsBedAtSites(bed) ? 3 : 4) + dice.Below(6);
            text.Append(CultureInfo.InvariantCulture,
                $"  bed-{bed}: {{ {each}kind: {dice.Of("beds", "beds", "spaces")}, group: wards, capacity: {(bed > 0 && dice.InPercent(20) ? $"{{ calendar: long-day, inside: {capacity + 2}, outside: {capacity} }}" : $"{capacity}")}{more} }}\n");
        }

        for (var team = 0; team < shape.Teams; team++)
        {
            var capacity = dice.Of("3", "{ roster: shifts }", "{ roster: shifts }", "{ calendar: office, inside: 5, outside: 1 }");
            var close = capacity.Contains("shifts", StringComparison.Ordinal) && dice.InPercent(60) ? ", at_close: empty" : "";
            text.Append(CultureInfo.InvariantCulture,
                $"  team-{team}: {{ kind: {dice.Of("staff", "crews")}, capacity: {capacity}{close}{(dice.InPercent(20) ? ", turnaround: 10 min" : "")} }}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  chair: {{ kind: spaces, group: chairs, capacity: {dice.Of("unlimited", "unlimited", "3")} }}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"  ticket: {{ kind: slots, capacity: {4 + dice.Below(9)} per day, renewed: \"{dice.Of("daily 08:00", "Mon-Fri 08:00", "daily 08:00 & 15:00")}\"{(dice.InPercent(20) ? ", takes: long-day" : "")} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"  care: {{ kind: caseload, capacity: {4 + dice.Below(5)} }}\n");
    }

    public static string Shifts(Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"days,from,to,capacity\nMon-Fri,08:00,20:00,{3 + dice.Below(3)}\nSat-Sun,08:00,16:00,2\n")
            + (dice.InPercent(40) ? "daily,20:00,24:00,1\n" : "");

    public static void WriteStreams(StringBuilder text, RandomShape shape)
    {
        var dice = shape.Dice;
        var side = shape.HasSides ? "side: { left: 40 %, right: rest }, " : "";
        var site = shape.HasSites ? $"site: {{ north: 60 %, south: rest }}, neighbour: {{ north: 50 %, south: rest }}, {side}" : "";
        var own = shape.HasSites ? $"neighbour: {{ north: 50 %, south: rest }}, {side}" : "";
        var each = shape.HasSites && dice.InPercent(50);
        var patience = dice.Of("exponential mean 1 d", "exponential mean 6 h", "uniform 2 h 2 d");
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""
            streams:
              walk-in: { {{(each ? "each: site, " : "")}}to: stage-0, rate: {{(dice.InPercent(30) ? "{ table: hours, per: d }" : $"{(each ? 2 : 4) + dice.Below(each ? 3 : 6)} per d")}}, attributes: { {{(each ? own : site)}}age: { young: 60 %, old: rest }, urgency: { "1": 20 %, "2": 30 %, "3": rest }, patience: {{patience}} } }
              planned: { to: stage-{{dice.Below(2)}}, schedule: { at: "{{dice.Of("Mon-Fri 07:00", "daily 08:00")}}", count: {{dice.Of("2", "binomial 6 40 %")}} }, attributes: { {{site}}age: old, urgency: { "2": 50 %, "3": rest }, patience: constant 9 h } }

            """);
        if (shape.HasDates)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  extra: {{ to: stage-0, rate: 1 per d, attributes: {{ {site}age: young, urgency: \"2\", patience: constant 1 d }} }}\n");
        }

        if (dice.InPercent(40))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  outbreak: {{ closes: {{ pool: {shape.OneBed(0)}, amount: 2, time: lognormal mean 2 d sd 1 d }}, rate: 1 per 6 d }}\n");
        }
    }
}
