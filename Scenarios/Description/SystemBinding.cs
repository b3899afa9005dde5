using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads a whole system from its nodes.</summary>
internal static class SystemBinding
{
    /// <summary>The system as written; what does not fit is reported and left out.</summary>
    public static SystemDescription Bind(SystemFiles files, ProblemList problems)
    {
        var binding = new Binding(problems);
        var reader = new MapReader(binding, files.Root, "", SystemKeys.Top);
        var (measures, distributions) = MeasureReader.Read(reader);
        var system = new SystemDescription
        {
            System = reader.Name(SystemKeys.System)?.Text ?? "",
            Title = reader.Text(SystemKeys.Title)?.Text ?? "",
            Purpose = reader.Text(SystemKeys.Purpose)?.Text ?? "",
            Population = PopulationBinding.Read(reader),
            Run = reader.Run(),
            Dimensions = reader.Dimensions(),
            Titles = reader.Titles(),
            Attributes = reader.Attributes(),
            Partners = [.. reader.Texts(SystemKeys.Partners).Select(partner => partner.Text)],
            Calendars = reader.Parts(SystemKeys.Calendars, binding.Calendar),
            Pools = reader.Parts(SystemKeys.Pools, binding.Pool),
            Streams = reader.Parts(SystemKeys.Streams, binding.Stream),
            Stages = reader.Parts(SystemKeys.Stages, binding.Stage),
            Exits = reader.Texts(SystemKeys.Exits),
            Measures = measures,
            Distributions = distributions,
            Timelines = SeriesDescription.ReadAll(reader),
            Headline = reader.Texts(SystemKeys.Headline),
            GivesWay = reader.Name(SystemKeys.GivesWay),
            Compare = reader.Texts(SystemKeys.Compare),
            Levers = reader.Texts(SystemKeys.Levers),
            Fit = FitDescription.Read(binding, reader.Take(SystemKeys.Fit)),
            Optimise = OptimiseDescription.Read(binding, reader.Take(SystemKeys.Optimise)),
            Recorded = reader.Recorded(),
            Prices = PricesDescription.Read(binding, reader.Take(SystemKeys.Prices)),
            Notes = string.Join("\n", reader.Texts(ValueKeys.Notes).Select(note => note.Text)),
        };
        TableOrigins.Note(binding, files.Tables, "tables");
        TableOrigins.Note(binding, files.Rosters, "rosters");
        return system with { Assumptions = [.. binding.Assumptions.Distinct()] };
    }

    /// <summary>The parts under a key, each with a name of its own.</summary>
    private static List<T> Parts<T>(this MapReader parent, Key key, Func<Written, Node, T?> bind)
        where T : class
    {
        var items = new List<T>();
        foreach (var (name, node) in parent.Names(key))
        {
            if (!NameText.IsReference(name.Text) || (key != SystemKeys.Calendars && !NameText.IsPlain(name.Text)))
            {
                parent.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
            }
            else if (bind(name, node) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static List<DimensionDescription> Dimensions(this MapReader parent) => parent.Parts(SystemKeys.Dimensions, (name, node) =>
    {
        if (node is MapNode or ListNode { Items.Count: 0 })
        {
            parent.Refuse(node.Where, name.Path, ((NamesKind)SystemKeys.Dimensions.Kind).Value.Expected, node.Kind);
            return new DimensionDescription(name, []);
        }

        return new DimensionDescription(name, parent.Binding.Texts(node, name.Path));
    });

    private static List<TitleDescription> Titles(this MapReader parent)
    {
        var titles = new List<TitleDescription>();
        foreach (var (name, node) in parent.Names(SystemKeys.Titles))
        {
            if (parent.Binding.Text(node, name.Path, Kinds.Text.Expected) is { } title)
            {
                titles.Add(new TitleDescription(name, title.Text));
            }
        }

        return titles;
    }

    private static List<AttributeDescription> Attributes(this MapReader parent) =>
        parent.Parts(SystemKeys.Attributes, (name, node) => parent.Binding.Unwrap(node, name.Path) is ScalarNode scalar
            ? new AttributeDescription(name, [], new Written(scalar.Text, scalar.Where, name.Path))
            : new AttributeDescription(name, parent.Binding.Texts(node, name.Path), null));

    private static CalendarDescription? Calendar(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, SystemKeys.Calendar) is not { } reader)
        {
            return null;
        }

        reader.Origin("");
        var calendar = new CalendarDescription
        {
            Name = name,
            Open = reader.Text(SystemKeys.Open),
            At = reader.Text(SystemKeys.At),
            Dates = reader.Has(SystemKeys.Days) ? reader.Texts(SystemKeys.Days) : null,
            From = reader.Text(SystemKeys.From),
            To = reader.Text(SystemKeys.To),
            Months = reader.Text(SystemKeys.Months),
            Except = reader.Texts(SystemKeys.Except),
        };
        if (calendar is { To: { } to, From: null })
        {
            reader.Refuse(to.Where, to.Path, "\"to\" beside \"from\"", to.Text);
        }
        else if (calendar.Dates is not null && calendar.Except.Count > 0)
        {
            reader.Refuse(calendar.Except[0].Where, calendar.Except[0].Path, "no \"except\" of a list of dates", calendar.Except[0].Text,
                "Leave these dates out of the list.");
        }

        return calendar;
    }

    private static RunDescription Run(this MapReader parent)
    {
        if (parent.Inner(SystemKeys.RunKey) is not { } reader)
        {
            return new RunDescription { At = parent.Here };
        }

        return new RunDescription
        {
            At = reader.Here,
            Starts = reader.Text(SystemKeys.Starts),
            Branch = reader.Text(SystemKeys.Branch),
            Lasts = reader.Text(SystemKeys.Lasts),
            WarmUp = reader.Text(SystemKeys.WarmUp),
            BeginsEmpty = reader.Word(SystemKeys.Begin) == "empty",
            Replications = reader.Count(SystemKeys.Replications),
            PatientLimit = reader.Count(SystemKeys.PatientLimit),
        };
    }
}
