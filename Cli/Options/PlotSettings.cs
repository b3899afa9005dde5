using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Options;

/// <summary>What <c>plot</c> was asked for.</summary>
internal sealed record PlotSettings
{
    public const string Svg = "svg";
    public const string Png = "png";
    public const string Pdf = "pdf";

    /// <summary>The result folder.</summary>
    public required string Results { get; init; }

    /// <summary>Ids of charts; empty: all.</summary>
    public required IReadOnlyList<string> Charts { get; init; }

    /// <summary>Ids of scenarios; empty: all.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    public required string? Site { get; init; }

    public required string? Measure { get; init; }

    public required string? Period { get; init; }

    /// <summary><c>svg</c>, <c>png</c> or <c>pdf</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Resolution of a PNG [dots an inch].</summary>
    public required int Dpi { get; init; }

    /// <summary>[mm].</summary>
    public required double Width { get; init; }

    /// <summary>Folder for the drawings; null: <c>charts</c> in the result folder.</summary>
    public required string? Out { get; init; }

    /// <summary>In place of the title of the one chart that is drawn; null: its own.</summary>
    public required string? Title { get; init; }

    /// <summary>In place of its subtitle; empty: none; null: its own.</summary>
    public required string? Subtitle { get; init; }

    /// <summary>False: without the sentences on how to read it.</summary>
    public required bool HasNotes { get; init; }

    /// <summary>Colours of the house; null: those of the program.</summary>
    public required HouseColours? Colours { get; init; }

    /// <summary>True: the numbers of each drawing as CSV beside it.</summary>
    public required bool HasData { get; init; }

    public ChartRequest Request(ResultSet results) =>
        new()
        {
            Results = results,
            Chosen = Scenarios,
            Colours = Colours,
            Place = Site,
            Measure = Measure,
            Period = Period,
            WidthMillimetres = Width,
            Title = Title,
            Subtitle = Subtitle,
            HasNotes = HasNotes,
        };
}
