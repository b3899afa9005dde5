using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Numbers;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Items 2.1, 2.2 and 2.4 of the checklist: the way of a patient through the system, and the rules.</summary>
internal static class LogicItems
{
    public static IEnumerable<ChecklistItem> Of(DescribedSystem system)
    {
        var phrases = new Phrases(system);
        yield return new ChecklistItem("2", "Logic", []);
        yield return new ChecklistItem("2.1", "Base model overview diagram", [.. Overview(system, phrases)]);
        yield return new ChecklistItem("2.2", "Base model logic", [.. Logic(system, phrases)]);
        yield return new ChecklistItem("2.3", "Scenario logic", [.. ScenarioItems.Of(system)]);
        yield return new ChecklistItem("2.4", "Algorithms", [.. Algorithms(system)]);
    }

    private static IEnumerable<ChecklistBlock> Overview(DescribedSystem system, Phrases phrases)
    {
        var description = system.Description;
        yield return new Paragraph(
            $"The model has {DescribedSystem.Count(description.Streams.Count(stream => stream.To is not null), "arrival stream")}, {DescribedSystem.Count(description.Stages.Count, "stage")}, {DescribedSystem.Count(description.Pools.Count, "pool")} of capacity and {DescribedSystem.Count(description.Exits.Count + 1, "way")} out of the system, each written once for all places where it is the same. The table gives the ways of patients step by step; `flowsim plot RESULTS --chart network` draws them, with the flows of a run, as a diagram.");
        foreach (var dimension in description.Dimensions)
        {
            yield return new Paragraph($"Each {system.Words.Name(dimension.Name.Text)} is one of: {system.InstancesOf(dimension.Name.Text)}.");
        }

        var streams = description.Streams.Where(stream => stream.To is not null).Select(stream =>
            (IReadOnlyList<string>)[DescribedSystem.Heading(system.Words.Step(stream.Name.Text)), "arrivals", system.Target(stream.To!.Text), ""]);
        var stages = description.Stages.Select(stage =>
            (IReadOnlyList<string>)[DescribedSystem.Heading(system.Words.Step(stage.Name.Text)), "stage", ThenOf(system, phrases, stage),
                OtherwiseOf(system, stage)]);
        yield return new Grid("Ways of patients", ["From", "Kind", "To", "Or, diverted or having given up the wait, to"], [.. streams, .. stages]);
    }

    private static string ThenOf(DescribedSystem system, Phrases phrases, StageDescription stage) =>
        string.Join(", ", phrases.Outcomes(stage.Then).Select(system.Target).Distinct());

    private static string OtherwiseOf(DescribedSystem system, StageDescription stage) =>
        string.Join(", ", stage.Diversions.Select(diversion => diversion.To.Text).Concat(stage.GivesUp.Select(reason => reason.To.Text)).Distinct()
            .Select(system.Target));

    private static IEnumerable<ChecklistBlock> Logic(DescribedSystem system, Phrases phrases)
    {
        yield return new Paragraph(
            "A patient is in one stage at a time. On entering a stage its attributes are set; the patient then asks for the stage's place, and, once that is taken, for its staff; when both are there the stage's own time runs. At its end a diversion may apply, in the order written; otherwise the next stage is chosen. A place taken earlier is held until the place of a later stage has been taken or a stage lets it go: a full ward therefore fills the department before it, and waits and delays come out of the model, they are not put in.");
        yield return new Paragraph(
            "Where a patient goes after each stage; a stage that only routes takes no time. Place, staff and time of each are under 2.5.2.");
        yield return new Grid("Routing", ["Stage", "Next", "Diverted before"],
            [.. system.Description.Stages.Select(stage => (IReadOnlyList<string>)[
                DescribedSystem.Heading(system.Words.Step(stage.Name.Text)), phrases.Next(stage.Then),
                string.Join("; ", stage.Diversions.Select(diversion => Diversion(system, phrases, diversion)))])]);
    }

    private static string Diversion(DescribedSystem system, Phrases phrases, DiversionDescription diversion) =>
        $"{phrases.Amount(diversion.Share)}{(diversion.If is { } condition ? $" of those with `{condition}`" : "")} to {system.Target(diversion.To.Text)}{(
            diversion.Share.Text?.Text == "0 %" ? " (a place for scenarios: nobody in the baseline)" : "")}";

    private static IEnumerable<ChecklistBlock> Algorithms(DescribedSystem system)
    {
        yield return new Points(
        [
            "Queues: each pool has one list. Priority comes first (1 before 2), then the time of joining it; the first is served first, and one who needs more than is free is waited for. Law, section 11.",
            "Several pools at once are taken all or nothing; alternatives are tried in the order written. Law, sections 3 to 5.",
            "Simultaneous events: time is in whole seconds; what happens in one second happens by kind (ends of stages, capacity, alternatives and priorities, arrivals, giving up, checks of surge capacity, census), and lists are served between the kinds. Law, section 14.",
            "Patients who hold what each other waits for exchange their places; a deadlock that cannot be undone stops the run with a message. Law, section 13.",
            "Chance: every random number is a function of seed, replication, stream, patient, stage, purpose and visit (under 5.2). Law, section 21.",
            "The law is docs/law.md of FlowSim: numbered sentences, each example of which is run as a test.",
        ]);
        var surges = system.Description.Pools.Where(pool => pool.Surges.Count > 0).ToList();
        if (surges.Count > 0)
        {
            var phrases = new Phrases(system);
            yield return new Grid("Capacity that opens on a trigger",
                ["Pool", "Adds", "Opens when", "Closes when", "Looked at", "Opens after", "Open at least"],
                [.. surges.SelectMany(pool => pool.Surges.Select(surge => (IReadOnlyList<string>)[
                    DescribedSystem.Heading(system.Words.Pool(pool.Name.Text)), phrases.Amount(surge.Adds), $"`{surge.Opens}`", $"`{surge.Closes}`",
                    surge.Checked.Text, surge.After?.Text ?? "", surge.AtLeast?.Text ?? ""]))]);
        }

        var clocks = ClocksOf(system);
        if (clocks.Count > 0)
        {
            yield return new Grid("Clocks, which measure how long patients take over several stages", ["Clock", "Runs in the stages"], clocks);
        }

        if (system.Description.Calendars.Count > 0)
        {
            yield return new Grid("Calendars", ["Calendar", "Hours or days"],
                [.. system.Description.Calendars.Select(calendar => (IReadOnlyList<string>)[
                    DescribedSystem.Named(system.Words.Name(calendar.Name.Text), calendar.Name.Text), SystemNumbers.HoursOf(calendar)])]);
        }
    }

    private static List<IReadOnlyList<string>> ClocksOf(DescribedSystem system)
    {
        var stages = system.Description.Stages.SelectMany(stage => stage.Clocks.Select(clock => (Clock: clock, Stage: stage)));
        return
        [
            .. stages.GroupBy(one => one.Clock.Name.Text).Select(group => (IReadOnlyList<string>)[
                DescribedSystem.Named(system.Words.Name(group.Key), group.Key),
                string.Join(", ", group.Select(one =>
                    DescribedSystem.Heading(system.Words.Step(one.Stage.Name.Text)) + (one.Clock.Within is { } within ? $" ({Within(within.Text)})" : "")))]),
        ];
    }

    private static string Within(string text) => text == "within 0 min" ? "starts on entry" : $"starts {text} of entry";
}
