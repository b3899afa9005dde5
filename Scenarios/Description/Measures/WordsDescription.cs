using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>What a measure says for its readers, as written.</summary>
internal sealed record WordsDescription
{
    public string? Title { get; init; }

    public string? Short { get; init; }

    public Written? Topic { get; init; }

    public string? Definition { get; init; }

    public string? Source { get; init; }

    /// <summary><c>higher</c>, <c>lower</c> or null.</summary>
    public string? Better { get; init; }

    /// <summary>One with an empty group, or one for each of some groups.</summary>
    public IReadOnlyList<(string Group, Written Text)> Standards { get; init; } = [];

    public static WordsDescription Read(MapReader reader) => new()
    {
        Title = reader.Text(MeasureKeys.Title)?.Text,
        Short = reader.Text(MeasureKeys.Short)?.Text,
        Topic = reader.Name(MeasureKeys.Topic),
        Definition = reader.Text(MeasureKeys.Definition)?.Text,
        Source = reader.Text(MeasureKeys.Source)?.Text,
        Better = reader.WordOrNull(MeasureKeys.Better),
        Standards = StandardsOf(reader),
    };

    private static List<(string Group, Written Text)> StandardsOf(MapReader reader)
    {
        if (reader.Take(MeasureKeys.Standard) is not MapNode map || map.Has(ValueKeys.Value.Name))
        {
            return reader.Text(MeasureKeys.Standard) is { } one ? [("", one)] : [];
        }

        var standards = new List<(string, Written)>();
        foreach (var (group, node) in reader.Names(MeasureKeys.Standard))
        {
            if (reader.Binding.Text(node, group.Path, MeasureKeys.ExpectedStandard) is { } text)
            {
                standards.Add((group.Text, text));
            }
        }

        return standards;
    }
}
