using FlowSim.Scenarios.Description;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Item 2.5.5 of the checklist: where patients come in and how they leave.</summary>
internal static class EntryItems
{
    public static IEnumerable<ChecklistBlock> Of(DescribedSystem system, Phrases phrases)
    {
        var streams = system.Description.Streams.Where(stream => stream.To is not null).ToList();
        yield return new Grid("Entry", ["Stream", "One for each", "Enters at", "Arrivals"],
            [.. streams.Select(stream => (IReadOnlyList<string>)[
                DescribedSystem.Named(system.Words.Step(stream.Name.Text), stream.Name.Text), system.Each(stream.Each), system.Target(stream.To!.Text),
                Arrivals(system, phrases, stream)])]);
        yield return new Paragraph("Arrivals by a rate are a Poisson process whose rate follows what is said; arrivals by plan come at their times.");
        var exits = system.Description.Exits.Select(exit => DescribedSystem.Named(system.Words.Step(exit.Text), exit.Text)).ToList();
        yield return new Paragraph(exits.Count == 0
            ? "Exit: patients leave the system (`leave`) after the stages that say so; there is no other way out."
            : "Exit: patients leave the system (`leave`), or by one of these ways, each counted:");
        if (exits.Count > 0)
        {
            yield return new Points(exits);
        }
    }

    /// <summary>How often, and how many at a time.</summary>
    public static string Arrivals(DescribedSystem system, Phrases phrases, StreamDescription stream, string what = "patients")
    {
        var often = stream.Rate is { } rate ? Rate(phrases, rate, what)
            : stream.Schedule is { } plan ? Schedule(system, phrases, plan)
            : stream.Observed is { } list ? $"as observed, in `{list}`"
            : "";
        return stream.Count is { } count ? $"{often}; {phrases.Amount(count)} at a time" : often;
    }

    private static string Rate(Phrases phrases, RateDescription rate, string what)
    {
        var unit = rate.Per?.Text switch { "h" => $", {what} an hour", "d" => $", {what} a day", _ => "" };
        var shape = rate.Text is { } text ? text.Text : string.Join(" × ", rate.Tables.Select(phrases.Table)) + unit;
        var level = rate.Scale is { } scale
            ? $"{phrases.Amount(scale)}{(scale.Text?.Text.Contains(" per ", StringComparison.Ordinal) == true ? "" : " a day")} in the mean of the year, spread by {shape}"
            : shape;
        level += rate.PerPeople is null ? "" : ", for each 100,000 people of the place";
        return level + (rate.Times is { } times ? $", times {times}" : "")
            + (rate.Growth is { } growth ? $"; growth {growth} from the day on which scenarios begin" : "")
            + (rate.Linear ? "; joined by straight lines" : "") + (rate.Holiday is { } holiday ? $"; holidays {holiday}" : "");
    }

    private static string Schedule(DescribedSystem system, Phrases phrases, ScheduleDescription plan)
    {
        var times = plan.Every is { } every ? $"every {every}"
            : system.Description.Calendars.FirstOrDefault(calendar => calendar.Name.Text == plan.At!.Text) is { } calendar
                ? $"at the times of {system.Words.Name(plan.At!.Text)} ({Numbers.SystemNumbers.HoursOf(calendar)})"
            : $"at {plan.At}";
        return $"by plan, {times}{(plan.Count is { } count ? $": {phrases.Amount(count)}" : "")}{(plan.First is { } first ? $", first after {first}" : "")}{(
            plan.Until is { } until ? $", none later than {until} after the start" : "")}{(
            plan.Growth is { } growth ? $"; growth of the number {growth} from the day on which scenarios begin" : "")}";
    }
}
