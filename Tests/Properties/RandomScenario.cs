using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Properties;

/// <summary>A scenario of a random system with dates: numbers that change on a date, and a description that changes at the branch.</summary>
internal static class RandomScenario
{
    public const string Id = "other";

    public static void Write(StringBuilder text, RandomShape shape)
    {
        var dice = shape.Dice;
        var changes = new List<string>
        {
            dice.Of(
                "{ add: pools.bed-0.capacity, by: -2, from: 2016-04-18 }",
                "{ add: pools.bed-0.capacity, by: 2, from: 2016-04-18, over: 3 d }",
                "{ scale: tables.stays.stay.mean, by: 0.6, from: 2016-04-18 }",
                "{ scale: pools.ticket.capacity, by: 0.5, from: 2016-04-18 }"),
        };
        if (shape.HasSurge[1])
        {
            changes.Add(dice.Of("{ add: pools.bed-1.surge.adds, by: 2, from: 2016-04-20 }", "{ set: pools.bed-1.surge.adds, to: 1 }"));
        }

        if (dice.InPercent(40))
        {
            changes.Add("{ scale: streams.walk-in.rate, by: 1.5, from: 2016-04-22 }");
        }

        if (dice.InPercent(40))
        {
            changes.Add($"{{ set: stages.stage-0.place, to: {FirstPlace(shape)} }}");
        }

        if (dice.InPercent(30))
        {
            changes.Add($"{{ set: stages.stage-1.place, to: {dice.Of("keep", "none", "chair")} }}");
        }

        if (dice.InPercent(30) && shape.WithStaff.Count > 0)
        {
            changes.Add(
                dice.Of($"{{ remove: stages.stage-{shape.WithStaff[0]}.staff }}",
                    $"{{ set: stages.stage-{shape.WithStaff[^1]}.staff, to: \"2 of team-0 + chair\" }}"));
        }

        if (dice.InPercent(30))
        {
            changes.Add(dice.Of("{ remove: streams.extra }", "{ set: pools.bed-1.takes, to: long-day }", "{ set: pools.bed-1.turnaround, to: 5 h }"));
        }

        if (shape.WithNumberOfStaff.Count > 0)
        {
            changes.Add($"{{ add: stages.stage-{shape.WithNumberOfStaff[0]}.staff.n, by: 1, from: 2016-04-19 }}");
        }

        if (dice.InPercent(40) && shape.Stages > 2)
        {
            changes.Add("{ add: pools.annexe, to: { kind: spaces, capacity: 2 } }");
            changes.Add($"{{ set: stages.stage-{shape.Stages - 1}.place, to: [ \"{shape.Bed(0)}\", annexe ] }}");
        }

        text.Append(CultureInfo.InvariantCulture, $"scenarios:\n  {Id}:\n");
        changes.ForEach(change => text.Append(CultureInfo.InvariantCulture, $"    - {change}\n"));
    }

    private static string FirstPlace(RandomShape shape)
    {
        string place;
        do
        {
            place = RandomStages.Place(shape);
        }
        while (shape.WithMovesBack.Contains(0) && !RandomStages.IsOfOnePoolEach(place));
        return place;
    }
}
