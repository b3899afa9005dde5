using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads streams.</summary>
internal static class StreamBinding
{
    public static StreamDescription? Stream(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, StreamKeys.Stream) is not { } reader)
        {
            return null;
        }

        var (observed, dates) = Observed(reader);
        var stream = new StreamDescription
        {
            Name = name,
            Title = reader.Text(ValueKeys.Title)?.Text ?? "",
            Each = EachBinding.Read(reader, StreamKeys.Each),
            To = reader.Text(StreamKeys.To),
            Closes = Closes(reader),
            Rate = Rate(reader),
            Count = reader.Amount(StreamKeys.Count),
            Schedule = Schedule(reader),
            Observed = observed,
            ObservedDates = dates,
            Attributes = reader.Sets(StreamKeys.Attributes),
            Overrides = Description.Overrides.Read(reader, StreamKeys.Overrides, (map, path) => binding.Stream(name, map)),
        };
        CheckCount(reader, stream);
        CheckScheduleOfClosure(reader, stream);
        return stream;
    }

    private static void CheckCount(MapReader reader, StreamDescription stream)
    {
        if (stream.Count is { } count && (!reader.Has(StreamKeys.Arrivals) || reader.Has(StreamKeys.Closes)))
        {
            var hint = reader.Has(StreamKeys.Planned) ? "Write the count of a schedule inside: { at: …, count: … }."
                : reader.Has(StreamKeys.Closes) ? "A closure takes its units from amount."
                : "An observed list has a row for each patient.";
            reader.Refuse(count.At.Where, count.At.Path, "a count beside a rate whose events bring several patients", count.At.Text, hint);
        }
    }

    private static void CheckScheduleOfClosure(MapReader reader, StreamDescription stream)
    {
        if (stream is { Closes: not null, Schedule.Count: { } count })
        {
            reader.Refuse(count.At.Where, count.At.Path, "a schedule without a count, since each of its events is one closure", count.At.Text,
                "A closure takes its units from amount.");
        }
    }

    private static (Written? File, Written? Dates) Observed(MapReader parent)
    {
        if (parent.Take(StreamKeys.Observed) is not MapNode)
        {
            return (parent.Text(StreamKeys.Observed), null);
        }

        var reader = parent.Inner(StreamKeys.Observed)!;
        var file = reader.Text(StreamKeys.ListFile);
        reader.Origin(file?.Text ?? "");
        return (file, reader.Text(StreamKeys.ListDates));
    }

    private static ClosureDescription? Closes(MapReader parent)
    {
        if (parent.Inner(StreamKeys.Closes) is not { } reader)
        {
            return null;
        }

        var pool = reader.Text(StreamKeys.ClosurePool);
        var amount = reader.Text(StreamKeys.ClosureAmount);
        var time = reader.Time(StreamKeys.ClosureTime);
        return pool is null || amount is null || time is null ? null : new ClosureDescription(pool, amount, time);
    }

    private static RateDescription? Rate(MapReader parent)
    {
        if (parent.Take(StreamKeys.Arrivals) is not { } node)
        {
            return null;
        }

        var path = parent.PathOf(StreamKeys.Arrivals);
        node = parent.Binding.Unwrap(node, path);
        var at = new Written("", node.Where, path);
        if (node is not MapNode map)
        {
            return parent.Binding.Text(node, path, StreamKeys.Arrivals.Expected) is { } text ? new RateDescription { At = text, Text = text } : null;
        }

        var reader = new MapReader(parent.Binding, map, path, StreamKeys.Rate);
        reader.Origin("");
        return new RateDescription
        {
            At = at,
            Text = reader.Text(StreamKeys.RateText),
            Tables = Tables(reader),
            By = reader.Texts(StreamKeys.RateBy),
            Per = reader.Text(StreamKeys.RatePer),
            Scale = reader.Amount(StreamKeys.RateScale),
            PerPeople = reader.Flag(StreamKeys.RatePerPeople) ? reader.Text(StreamKeys.RatePerPeople) : null,
            Times = reader.Text(StreamKeys.RateTimes),
            Growth = reader.Text(StreamKeys.Growth),
            Linear = reader.Word(StreamKeys.RateShape) == "linear",
            Holiday = reader.Text(StreamKeys.RateHoliday),
        };
    }

    private static List<TableUse> Tables(MapReader reader)
    {
        var tables = new List<TableUse>();
        foreach (var factor in reader.InnerList(StreamKeys.RateProduct))
        {
            if (factor.Use(ValueKeys.Table) is { } part)
            {
                tables.Add(part with { By = factor.Texts(StreamKeys.FactorBy) });
            }
        }

        if (reader.Text(StreamKeys.RateTable) is { } table)
        {
            tables.Add(new TableUse(table, reader.Text(ValueKeys.Column)?.Text, reader.Text(ValueKeys.Dates)));
        }

        if (tables.Count == 0 && !reader.Failed && !reader.Has(StreamKeys.RateText) && !reader.Has(StreamKeys.RateProduct))
        {
            reader.Refuse(reader.Map.Where, reader.Path, StreamKeys.Rate.Expected, reader.Map.Kind);
        }

        return tables;
    }

    private static ScheduleDescription? Schedule(MapReader parent)
    {
        if (parent.Inner(StreamKeys.Planned) is not { } reader)
        {
            return null;
        }

        reader.Origin("");
        var schedule = new ScheduleDescription
        {
            Where = reader.Here,
            At = reader.Text(StreamKeys.ScheduleAt),
            Every = reader.Text(StreamKeys.ScheduleEvery),
            First = reader.Text(StreamKeys.ScheduleFirst),
            Count = reader.Amount(StreamKeys.ScheduleCount),
            Growth = reader.Text(StreamKeys.Growth),
            Until = reader.Text(StreamKeys.ScheduleUntil),
        };
        if (schedule is { At: not null, First: { } first })
        {
            reader.Refuse(first.Where, first.Path, "\"first\" beside \"every\"", first.Text, "With \"at\" the times are those of the calendar: leave it out.");
        }

        return schedule;
    }
}
