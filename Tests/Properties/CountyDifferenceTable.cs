using System.Globalization;
using System.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Properties;

/// <summary>The part of docs/validation.md that counts who differs after a small change of the county's system.</summary>
internal static class CountyDifferenceTable
{
    public static string Text() => Ample() + "\nAs described:\n\n" + Described();

    private static string Ample()
    {
        var text = new StringBuilder(
            "With ample capacities:\n\n| change | patients, baseline | left out | added | of both, journeys that differ | that should | lengths compared | that differ |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var change in County.All)
        {
            var (before, after) = (Run(County.None, true), Run(change, true));
            Append(
                text,
                change.Name,
                Number(before.Steps.Count),
                Number(before.Steps.Keys.Count(patient => !after.Steps.ContainsKey(patient))),
                Number(after.Steps.Keys.Count(patient => !before.Steps.ContainsKey(patient))),
                Number(before.Differing(after).Count),
                ShouldDiffer(change, before, after),
                Number(Common(before, after).Count),
                Number(Common(before, after).Count(visit => before.Lengths[visit] != after.Lengths[visit])));
        }

        return text.ToString();
    }

    private static string Described()
    {
        var start = County.Model(County.None, isAmple: false).Run.Start;
        var text = new StringBuilder(
            "| change | arrivals, baseline | left out | added | at another time | lengths compared | that differ | first concerned after | first difference after | journeys that differ in the end |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var change in County.All)
        {
            var (before, after) = (Run(County.None, false), Run(change, false));
            var (arrived, arrives) = (before.Arrivals().ToDictionary(each => each.Patient, each => each.Time), after.Arrivals()
                .ToDictionary(each => each.Patient, each => each.Time));
            Append(
                text,
                change.Name,
                Number(arrived.Count),
                Number(arrived.Keys.Count(patient => !arrives.ContainsKey(patient))),
                Number(arrives.Keys.Count(patient => !arrived.ContainsKey(patient))),
                Number(arrived.Count(each => arrives.TryGetValue(each.Key, out var time) && time != each.Value)),
                Number(Common(before, after).Count),
                Number(Common(before, after).Count(visit => before.Lengths[visit] != after.Lengths[visit])),
                After(CountyRandomNumbersTests.FirstConcerned(change, before, after) - start),
                After((before.FirstDifference(after) ?? start) - start),
                FormattableString.Invariant($"{100.0 * before.Differing(after).Count / before.Steps.Count:0} %"));
        }

        return text.ToString();
    }

    private static string ShouldDiffer(CountyChange change, Journeys before, Journeys after)
    {
        if (change == County.RouteByAPoint)
        {
            var visits = before.Lengths.Keys.Count(visit => visit.Stage == "fit");
            return FormattableString.Invariant($"{CountyRandomNumbersTests.InThePoint(before).Count}, of {visits:#,0} found fit");
        }

        return change == County.StageAdded ? FormattableString.Invariant($"{CountyRandomNumbersTests.Registered(after).Count:#,0}, who pass it") : "0";
    }

    private static List<Visit> Common(Journeys before, Journeys after) => [.. before.Lengths.Keys.Where(after.Lengths.ContainsKey)];

    private static Journeys Run(CountyChange change, bool isAmple) => CountyRandomNumbersTests.Run(change, isAmple);

    private static void Append(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string After(int seconds) => FormattableString.Invariant($"{(double)seconds / SimTime.Hour:0.0} h");
}
