using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads a whole system from its nodes.</summary>
public static class SystemBinding
{
    private static readonly string[] CalendarForms = ["open", "at", "dates", "from", "months"];

    /// <summary>The system as written; what does not fit is reported and left out.</summary>
    public static SystemDescription Bind(SystemFiles files, ProblemList problems)
    {
        var binding = new Binding(problems);
        var reader = new MapReader(binding, files.Root, "");
        var system = new SystemDescription
        {
            System = reader.Name("system", required: true) ?? "",
            Title = reader.Text("title")?.Text ?? "",
            Population = reader.Text("population", "a number of people") is { } people ? binding.Number(people) : null,
            Run = reader.Run(),
            Dimensions = reader.Dimensions(),
            Attributes = reader.Attributes(),
            Partners = [.. reader.Texts("partners").Select(partner => partner.Text)],
            Calendars = reader.Section("calendars", binding.Calendar),
            Pools = reader.Section("pools", binding.Pool),
            Streams = reader.Section("streams", binding.Stream),
            Stages = reader.Section("stages", binding.Stage),
            Exits = reader.Texts("exits"),
            Measures = reader.Take("measures") as MapNode,
            Timelines = reader.Take("timelines") as MapNode,
            Headline = reader.Texts("headline"),
            Compare = reader.Texts("compare"),
            Notes = string.Join("\n", reader.Texts("notes").Select(note => note.Text)),
        };
        reader.Take("tables");
        reader.Take("scenarios");
        reader.Finish();
        TableOrigins.Note(binding, files.Tables, "tables");
        TableOrigins.Note(binding, files.Rosters, "rosters");
        return system with { Assumptions = [.. binding.Assumptions.Distinct()] };
    }

    private static List<T> Section<T>(this MapReader parent, string key, Func<Written, Node, T?> bind)
        where T : class
    {
        var items = new List<T>();
        if (parent.Binding.Map(parent.Take(key), key, $"a map of {key} by name") is { } map)
        {
            foreach (var entry in map.Map.Entries)
            {
                var name = new Written(entry.Key, entry.KeyWhere, $"{key}.{entry.Key}");
                if (!NameText.IsReference(entry.Key) || (key != "calendars" && !NameText.IsPlain(entry.Key)))
                {
                    parent.Binding.Problems.Error(entry.KeyWhere, name.Path, NameText.Expected, entry.Key);
                }
                else if (bind(name, entry.Value) is { } item)
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }

    private static List<DimensionDescription> Dimensions(this MapReader parent) =>
        parent.Section("dimensions", (name, node) =>
        {
            var instances = parent.Binding.Texts(node, name.Path);
            if (instances.Count == 0)
            {
                parent.Binding.Problems.Error(node.Where, name.Path, "a list of instances, such as [north, south]", Binding.Kind(node));
            }

            return new DimensionDescription(name, instances);
        });

    private static List<AttributeDescription> Attributes(this MapReader parent) =>
        parent.Section("attributes", (name, node) => parent.Binding.Unwrap(node, name.Path) is ScalarNode scalar
            ? new AttributeDescription(name, [], new Written(scalar.Text, scalar.Where, name.Path))
            : new AttributeDescription(name, parent.Binding.Texts(node, name.Path), null));

    private static CalendarDescription? Calendar(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, "a calendar: { open: Mon-Fri 09:00-17:00 }") is not { } reader)
        {
            return null;
        }

        var calendar = new CalendarDescription
        {
            Name = name,
            Open = reader.Text("open", CalendarText.ExpectedHours),
            At = reader.Text("at", CalendarText.ExpectedGates),
            Dates = reader.Map.Has("dates") ? reader.Texts("dates") : null,
            From = reader.Text("from", DateText.Expected),
            To = reader.Text("to", DateText.Expected),
            Months = reader.Text("months", MonthText.Expected),
            Except = reader.Texts("except"),
        };
        reader.Take("dates");
        reader.Explanation();
        reader.Origin("");
        reader.Finish();
        var forms = CalendarForms.Count(reader.Map.Has);
        if (forms != 1)
        {
            binding.Problems.Error(reader.Map.Where, reader.Path, "exactly one of open, at, dates, from and months", forms == 0 ? "none" : "several");
        }

        else if (calendar is { To: { } to, From: null })
        {
            binding.Problems.Error(to.Where, to.Path, "\"to\" beside \"from\"", to.Text);
        }
        else if (calendar.Dates is not null && calendar.Except.Count > 0)
        {
            binding.Problems.Error(calendar.Except[0].Where, calendar.Except[0].Path, "no \"except\" of a list of dates", calendar.Except[0].Text, "Leave these dates out of the list.");
        }

        return forms == 1 ? calendar : null;
    }

    private static RunDescription Run(this MapReader parent)
    {
        if (!parent.Map.Has("run"))
        {
            parent.Missing("run", "{ starts: Mon 00:00, lasts: 365 d }");
        }

        if (parent.Binding.Map(parent.Take("run"), "run", "{ starts: Mon 00:00, lasts: 365 d }") is not { } reader)
        {
            return new RunDescription { At = parent.Here };
        }

        var run = new RunDescription
        {
            At = reader.Here,
            Starts = reader.Text("starts", "a date, or a weekday and a time"),
            Branch = reader.Text("branch", DateText.Expected),
            Lasts = reader.Required("lasts", DurationText.Expected),
            WarmUp = reader.Text("warm_up", DurationText.Expected),
            BeginsEmpty = reader.Word("begin", "empty", "described") == "empty",
            Replications = reader.Whole("replications", 20, RunDescription.MostReplications),
            PatientLimit = reader.Whole("patient_limit", 200_000, int.MaxValue),
        };
        reader.Explanation();
        reader.Finish();
        return run;
    }

    private static int Whole(this MapReader reader, string key, int otherwise, int most)
    {
        if (reader.Text(key, NumberText.ExpectedWhole) is not { } text)
        {
            return otherwise;
        }

        if (NumberText.TryParseWhole(text.Text, out var value, out var expected) && value > 0 && value <= most)
        {
            return value;
        }

        reader.Binding.Problems.Error(text.Where, text.Path, expected.Length > 0 ? expected : most == int.MaxValue ? "a number above 0" : FormattableString.Invariant($"a number from 1 to {most}"), text.Text);
        return otherwise;
    }
}
