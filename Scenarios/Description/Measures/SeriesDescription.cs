using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>A series of <c>timeline.csv</c>, as written.</summary>
internal sealed record SeriesDescription
{
    public required Written Name { get; init; }

    /// <summary>Pools or groups; empty: of a clock.</summary>
    public IReadOnlyList<Written> Pools { get; init; } = [];

    public Written? Clock { get; init; }

    public Written? By { get; init; }

    public Written? Unit { get; init; }

    /// <summary>What charts call it, or null: its id read as words.</summary>
    public string? Title { get; init; }

    /// <summary>The share in use that is not to be passed, or null.</summary>
    public Written? Standard { get; init; }

    /// <summary>In per cent of the units open.</summary>
    public bool Rate { get; init; }

    /// <summary>Hour of a daily series [s after midnight].</summary>
    public int At { get; init; }

    /// <summary>By hour of the week in place of day by day.</summary>
    public bool HoursOfWeek { get; init; }

    /// <summary>Series in written order; those with a problem are left out.</summary>
    public static IReadOnlyList<SeriesDescription> ReadAll(MapReader system) =>
        [.. system.InnerNames(SystemKeys.Timelines).Select(series => Read(series.Name, series.Reader)).OfType<SeriesDescription>()];

    private static SeriesDescription? Read(Written name, MapReader reader)
    {
        var series = new SeriesDescription
        {
            Name = name,
            Pools = reader.AtLeastOne(MeasureKeys.SeriesPools),
            Clock = reader.Text(MeasureKeys.SeriesClock),
            By = reader.Text(MeasureKeys.By),
            Unit = reader.Unit(),
            Title = reader.Text(MeasureKeys.SeriesTitle)?.Text,
            Standard = reader.Text(MeasureKeys.InUse),
            Rate = reader.Flag(MeasureKeys.Rate),
            At = reader.TimeOfDay(MeasureKeys.CensusAt),
            HoursOfWeek = reader.Flag(MeasureKeys.HoursOfWeek),
        };
        if (series is { Standard: { } standard, Clock: not null })
        {
            reader.Refuse(standard.Where, MeasureKeys.InUse, "`pools` beside `standard`", "clock",
                "Only pools have a number open of which a share can be in use.");
        }

        if (series.HoursOfWeek && reader.Text(MeasureKeys.CensusAt) is { } at)
        {
            reader.Refuse(at.Where, MeasureKeys.CensusAt, "either `at` or `hours_of_week`", at.Text, "By hour of the week there is a value for every hour.");
        }

        if (series is { Rate: true, Clock: not null })
        {
            reader.Refuse(reader.Take(MeasureKeys.Rate)!.Where, MeasureKeys.Rate, "`pools` beside `rate`", "clock",
                "Only pools have a number open to divide by.");
        }

        return reader.Failed ? null : series;
    }
}
