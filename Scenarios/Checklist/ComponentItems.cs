using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Item 2.5 of the checklist: entities, activities, resources, queues, entry and exit points.</summary>
internal static class ComponentItems
{
    public static IEnumerable<ChecklistItem> Of(DescribedSystem system)
    {
        var phrases = new Phrases(system);
        yield return new ChecklistItem("2.5", "Components", []);
        yield return new ChecklistItem("2.5.1", "Entities", [.. Entities(system, phrases)]);
        yield return new ChecklistItem("2.5.2", "Activities", [
            new Paragraph("An activity is a stage. Where its patients go next is under 2.2, how they wait for it under 2.5.4."),
            .. system.Description.Stages.Select(stage => Activity(system, phrases, stage))]);
        yield return new ChecklistItem("2.5.3", "Resources", [.. Resources(system, phrases)]);
        yield return new ChecklistItem("2.5.4", "Queues", [.. Queues(system, phrases)]);
        yield return new ChecklistItem("2.5.5", "Entry and exit points", [.. EntryItems.Of(system, phrases)]);
    }

    private static IEnumerable<ChecklistBlock> Entities(DescribedSystem system, Phrases phrases)
    {
        yield return new Paragraph(
            "The entities are patients. Each comes in one stream, and what he or she carries is drawn on arrival in the order given, or set on entering a stage.");
        var rows = system.Description.Attributes.Select(attribute => (IReadOnlyList<string>)[
            DescribedSystem.Named(system.Words.Name(attribute.Name.Text), attribute.Name.Text), ValuesOf(system, attribute)])
            .Concat(system.Description.Dimensions.Select(dimension => (IReadOnlyList<string>)[
                DescribedSystem.Named(system.Words.Name(dimension.Name.Text), dimension.Name.Text), system.InstancesOf(dimension.Name.Text)])).ToList();
        if (rows.Count > 0)
        {
            yield return new Grid("What a patient carries", ["Attribute", "Values"], rows);
        }

        var drawn = system.Description.Streams.Where(stream => stream.Attributes.Count > 0).ToList();
        if (drawn.Count > 0)
        {
            yield return new Grid("Drawn on arrival", ["Stream", "Attributes and how each gets its value"],
                [.. drawn.Select(stream =>
                    (IReadOnlyList<string>)[DescribedSystem.Heading(system.Words.Step(stream.Name.Text)), phrases.Sets(stream.Attributes)])]);
        }
    }

    private static string ValuesOf(DescribedSystem system, AttributeDescription attribute) => attribute.Word?.Text switch
    {
        null => string.Join(", ", attribute.Values.Select(value => system.Value(value.Text))),
        "duration" => "a length of time",
        "number" => "a number",
        var word => $"a {system.Words.Name(word)}",
    };

    private static Part Activity(DescribedSystem system, Phrases phrases, StageDescription stage)
    {
        var facts = new List<(string, string)>
        {
            ("One for each", system.Each(stage.Each)),
            ("Sets", phrases.Sets(stage.Sets)),
            ("Adds", string.Join("; ", stage.Adds.Select(add => $"{system.Words.Name(add.Attribute.Text)}: {phrases.Amount(add.Amount)}"))),
            ("Place", PlaceOf(phrases, stage)),
            ("Also kept", string.Join(", ", stage.Keep.Select(pool => system.Words.Pool(pool.Text)))),
            ("Staff", stage.Staff.Count == 0 ? "" : phrases.Requests(stage.Staff)),
            ("Time", stage.Time is null ? "" : phrases.Time(stage.Time)),
            ("Clocks that run", string.Join(", ", stage.Clocks.Select(clock => system.Words.Name(clock.Name.Text)))),
        };
        if (stage.Time is null && stage.Staff.Count == 0 && stage.PlaceForm != PlaceForm.Request)
        {
            facts.Add(("Time", "none: patients are only routed, or wait for nothing"));
        }

        return new Part(DescribedSystem.Named(system.Words.Step(stage.Name.Text), stage.Name.Text), [.. facts.Where(fact => fact.Item2.Length > 0)]);
    }

    private static string PlaceOf(Phrases phrases, StageDescription stage) => stage.PlaceForm switch
    {
        PlaceForm.Keep => "stays where the patient is",
        PlaceForm.Request => phrases.Requests(stage.Place),
        PlaceForm.None => "none; what was held is let go",
        _ => "",
    };

    private static IEnumerable<ChecklistBlock> Resources(DescribedSystem system, Phrases phrases)
    {
        var pools = system.Description.Pools;
        yield return new Paragraph(
            "Capacity is in pools of interchangeable units: beds, spaces, crews, staff, caseloads or slots. A pool that is there for each place is one pool at each, not shared.");
        yield return new Grid("Pools",
            ["Pool", "Kind", "One for each", "Group", "Belongs to", "Capacity", "Takes patients", "Turnaround", "Renewed", "At closing"],
            [.. pools.Select(pool => (IReadOnlyList<string>)[
                DescribedSystem.Named(system.Words.Pool(pool.Name.Text), pool.Name.Text), pool.Kind.ToString().ToLowerInvariant(), system.Each(pool.Each),
                pool.Group is { } group ? system.Words.Name(group.Text) : "", pool.Owner is { } owner ? Owner(system, owner) : "",
                Capacity(system, phrases, pool.Capacity), pool.Takes is { } takes ? Hours(system, takes.Text) : "", pool.Turnaround is null
                    ? ""
                    : phrases.Time(pool.Turnaround), pool.Renewed?.Text ?? "", pool.EmptyAtClose ? "those waiting are still seen" : ""])]);
        if (pools.Any(pool => pool.Surges.Count > 0))
        {
            yield return new Paragraph("Capacity that opens on a trigger is under 2.4.");
        }

        var closures = system.Description.Streams.Where(stream => stream.Closes is not null).ToList();
        if (closures.Count > 0)
        {
            yield return new Grid("Closures, which take units out of use", ["Closure", "One for each", "Pool", "Units", "For how long", "How often"],
                [.. closures.Select(stream => (IReadOnlyList<string>)[
                    DescribedSystem.Heading(system.Words.Step(stream.Name.Text)), system.Each(stream.Each),
                    system.Pool(Without(stream.Closes!.Pool.Text), null),
                    stream.Closes.Amount.Text, phrases.Time(stream.Closes.Time), EntryItems.Arrivals(system, phrases, stream, "closures")])]);
        }
    }

    private static string Without(string written) => written.Split('@')[0];

    /// <summary>An owner may be the instance of a dimension.</summary>
    private static string Owner(DescribedSystem system, OwnerDescription owner) => owner.Everywhere is { Text: var one }
        ? system.Dimensions.ContainsKey(one) ? $"each {system.Words.Name(one)}" : system.Words.Name(one)
        : string.Join("; ", owner.ByInstance.Select(at =>
            $"{(at.Instance.Text == OwnerDescription.Others ? "the others" : system.Words.Name(at.Instance.Text))}: {system.Words.Name(at.Partner.Text)}"));

    private static string Hours(DescribedSystem system, string text) =>
        system.Description.Calendars.FirstOrDefault(calendar => calendar.Name.Text.Split('@')[0] == text.Split('@')[0]) is { } calendar
            ? calendar.Name.Text.Contains('@', StringComparison.Ordinal)
                ? system.Words.Name(text.Split('@')[0])
                : $"{system.Words.Name(text)} ({Numbers.SystemNumbers.HoursOf(calendar)})"
            : text;

    private static string Capacity(DescribedSystem system, Phrases phrases, CapacityDescription capacity)
    {
        if (capacity.Amount is { } amount)
        {
            return phrases.Amount(amount);
        }

        if (capacity.Roster is { } roster)
        {
            return $"roster `{roster}`{RosterRange(system, roster)}";
        }

        var outside = capacity.Outside is { } other ? phrases.Amount(other) : "0";
        return capacity.Inside is { } inside
            ? $"{phrases.Amount(inside)} in {Hours(system, capacity.Calendar!.Text)}, {outside} at other times"
            : "";
    }

    private static string RosterRange(DescribedSystem system, Written roster)
    {
        if (!system.Files.Rosters.TryGetValue(roster.Text, out var table) || table.ColumnOf("capacity") is not (>= 0 and var column))
        {
            return "";
        }

        var units = table.Rows.Select(row => Loading.Text.NumberText.TryParse(row.Cells[column], out var value, out _) ? value : 0).DefaultIfEmpty(0).ToList();
        return FormattableString.Invariant($" ({units.Min():0.##} to {units.Max():0.##} by day and hour)");
    }

    private static IEnumerable<ChecklistBlock> Queues(DescribedSystem system, Phrases phrases)
    {
        yield return new Paragraph(
            "Patients wait for the place and the staff of a stage. A queue has no limit but the run's own of patients present at once; the order is by priority, then by time of joining (2.4).");
        var waits = system.Description.Stages.Where(stage => stage.PlaceForm == PlaceForm.Request || stage.Staff.Count > 0).ToList();
        if (waits.Count == 0)
        {
            yield return new Paragraph("No stage asks for a place or for staff, so nobody waits.");
            yield break;
        }

        yield return new Grid("Where patients wait", ["Stage", "For", "Priority", "Gives up", "Moves back", "Counted as a delayed transfer"],
            [.. waits.Select(stage => (IReadOnlyList<string>)[
                DescribedSystem.Heading(system.Words.Step(stage.Name.Text)),
                string.Join(" and ",
                    new[] { stage.PlaceForm == PlaceForm.Request ? "place" : "", stage.Staff.Count > 0 ? "staff" : "" }.Where(one => one.Length > 0)),
                Priorities(phrases, stage), GivesUp(system, phrases, stage), MovesBack(stage), Delayed(system, phrases, stage)])]);
        var others = system.Description.Stages.Except(waits).Where(stage => stage.Delayed is not null).ToList();
        if (others.Count > 0)
        {
            yield return new Grid("Stages without a queue in which the stay is counted as a delayed transfer", ["Stage", "Reason and who answers for it"],
                [.. others.Select(stage =>
                    (IReadOnlyList<string>)[DescribedSystem.Heading(system.Words.Step(stage.Name.Text)), Delayed(system, phrases, stage)])]);
        }
    }

    private static string Priorities(Phrases phrases, StageDescription stage) =>
        stage.Priority.Count == 0 ? "all alike" : string.Join(", then ", stage.Priority.Select(phrases.Amount));

    private static string GivesUp(DescribedSystem system, Phrases phrases, StageDescription stage) =>
        string.Join("; ", stage.GivesUp.Select(reason =>
            $"{(reason.After is { } after ? phrases.After(after) : $"at once if {reason.Queue} or more wait")}: {system.Target(reason.To.Text)}"));

    private static string MovesBack(StageDescription stage) =>
        stage.MovesBack is { } back ? $"to an earlier alternative, with priority {back.Priority}{(back.During is { } hours ? $", {hours}" : "")}" : "";

    private static string Delayed(DescribedSystem system, Phrases phrases, StageDescription stage) =>
        stage.Delayed is { } delay ? $"{system.Words.DelayReason(delay.Reason.Text)}; {phrases.Attribution(delay.Attribution)}" : "";
}
