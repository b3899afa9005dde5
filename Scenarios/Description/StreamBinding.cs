using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads streams.</summary>
internal static class StreamBinding
{
    private static readonly string[] Forms = ["rate", "schedule", "observed"];
    private const string ExpectedRate = "a rate such as \"12 per d\", { table: … } or { product: […] }";

    public static StreamDescription? Stream(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, "a stream: { to: …, rate: … }") is not { } reader)
        {
            return null;
        }

        var (observed, dates) = Observed(reader);
        var stream = new StreamDescription
        {
            Name = name,
            Each = reader.Text("each", "the name of a dimension"),
            To = reader.Text("to", "a stage"),
            Closes = Closes(reader),
            Rate = Rate(reader),
            Count = reader.Amount("count"),
            Schedule = Schedule(reader),
            Observed = observed,
            ObservedDates = dates,
            Attributes = reader.Sets("attributes"),
        };
        reader.Explanation();
        var overrides = Overrides.Read(reader, (map, path) => binding.Stream(name, map));
        reader.Finish();
        CheckForms(reader, stream);
        return stream with { Overrides = overrides };
    }

    private static void CheckForms(MapReader reader, StreamDescription stream)
    {
        if (stream.To is null && stream.Closes is null && !reader.Map.Has("to") && !reader.Map.Has("closes"))
        {
            reader.Missing("to", "the first stage");
        }

        var forms = Forms.Count(reader.Map.Has);
        if (forms != 1)
        {
            reader.Binding.Problems.Error(reader.Map.Where, reader.Path, "exactly one of rate, schedule and observed", forms == 0 ? "none" : "several");
        }

        if (stream.Count is { } count && (!reader.Map.Has("rate") || reader.Map.Has("closes")))
        {
            var hint = reader.Map.Has("schedule") ? "Write the count of a schedule inside: { at: …, count: … }." : reader.Map.Has("closes") ? "A closure takes its units from amount." : "An observed list has a row for each patient.";
            reader.Binding.Problems.Error(count.At.Where, count.At.Path, "a count beside a rate whose events bring several patients", count.At.Text, hint);
        }
    }

    private static (Written? File, Written? Dates) Observed(MapReader parent)
    {
        if (parent.Take("observed") is MapNode map)
        {
            var reader = new MapReader(parent.Binding, map, parent.PathOf("observed"));
            var file = reader.Required("file", "a file such as tables/arrivals.csv");
            var dates = reader.Text("dates", DateFormat.Expected);
            reader.Origin(file?.Text ?? "");
            reader.Finish();
            return (file, dates);
        }

        return (parent.Text("observed", "{ file: tables/arrivals.csv }"), null);
    }

    private static ClosureDescription? Closes(MapReader parent)
    {
        if (parent.Binding.Map(parent.Take("closes"), parent.PathOf("closes"), "{ pool: …, amount: …, time: … }") is not { } reader)
        {
            return null;
        }

        var pool = reader.Required("pool", "a pool");
        var amount = reader.Required("amount", "a number of units");
        var time = reader.Time("time");
        if (!reader.Map.Has("time"))
        {
            reader.Missing("time", "a length of time");
        }

        reader.Finish();
        return pool is null || amount is null || time is null ? null : new ClosureDescription(pool, amount, time);
    }

    private static RateDescription? Rate(MapReader parent)
    {
        var path = parent.PathOf("rate");
        if (parent.Take("rate") is not { } node)
        {
            return null;
        }

        node = parent.Binding.Unwrap(node, path);
        var at = new Written("", node.Where, path);
        if (node is not MapNode map)
        {
            return parent.Binding.Text(node, path, ExpectedRate) is { } text ? new RateDescription { At = text, Text = text } : null;
        }

        var reader = new MapReader(parent.Binding, map, path);
        var rate = new RateDescription
        {
            At = at,
            Text = reader.Text("rate", ExpectedRate),
            Tables = Tables(reader),
            By = reader.Texts("by"),
            Per = reader.Text("per", "h or d"),
            Scale = reader.Amount("scale"),
            Times = reader.Text("times", "a number"),
            Growth = reader.Text("growth", "a growth such as \"1.9 % per y\""),
            Linear = reader.Word("shape", "steps", "linear") == "linear",
            Holiday = reader.Text("holiday", "as Sun"),
        };
        reader.Origin("");
        reader.Finish();
        return rate;
    }

    private static List<TableUse> Tables(MapReader reader)
    {
        var tables = new List<TableUse>();
        foreach (var (node, path) in Binding.Items(reader.Take("product"), reader.PathOf("product")))
        {
            if (reader.Binding.Map(node, path, "{ table: NAME }") is { } item)
            {
                var by = item.Texts("by");
                if (item.TableUse() is { } part)
                {
                    tables.Add(part with { By = by });
                }

                item.Finish();
            }
        }

        if (reader.Text("table", "the name of a table") is { } table)
        {
            tables.Add(new TableUse(table, reader.Text("column")?.Text, reader.Text("dates", DateFormat.Expected)));
        }

        reader.Take("column");
        reader.Take("dates");
        if (tables.Count == 0 && !reader.Map.Has("rate") && !reader.Map.Has("product"))
        {
            reader.Binding.Problems.Error(reader.Map.Where, reader.Path, ExpectedRate, "neither rate, table nor product");
        }

        return tables;
    }

    private static ScheduleDescription? Schedule(MapReader parent)
    {
        if (parent.Binding.Map(parent.Take("schedule"), parent.PathOf("schedule"), "{ every: 1 h } or { at: Mon-Fri 07:00, count: 22 }") is not { } reader)
        {
            return null;
        }

        var schedule = new ScheduleDescription
        {
            Where = reader.Here,
            At = reader.Text("at", "times of day or a calendar of them"),
            Every = reader.Text("every", "a length of time"),
            First = reader.Text("first", "a length of time"),
            Count = reader.Amount("count"),
            Until = reader.Text("until", "a length of time"),
        };
        reader.Origin("");
        reader.Finish();
        if (schedule is { At: not null, First: { } first })
        {
            reader.Binding.Problems.Error(first.Where, first.Path, "\"first\" beside \"every\"", first.Text, "With \"at\" the times are those of the calendar: leave it out.");
        }

        if (schedule.At is null == schedule.Every is null)
        {
            reader.Binding.Problems.Error(reader.Map.Where, reader.Path, "exactly one of at and every", schedule.At is null ? "none" : "both");
        }

        return schedule;
    }
}
