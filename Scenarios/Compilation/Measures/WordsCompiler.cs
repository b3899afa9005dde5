using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>What a reader is told of a measure; its standards are numbers in its unit.</summary>
internal sealed class WordsCompiler
{
    internal const string NoSource = "the description of the system";

    private readonly CompileContext context;

    public WordsCompiler(CompileContext context) => this.context = context;

    public ProblemList Problems => context.Problems;

    public MeasureWords Of(MeasureDescription written, string unit) => new()
    {
        Title = written.Words.Title ?? "",
        Short = written.Words.Short ?? "",
        Topic = written.Words.Topic?.Text ?? "",
        Definition = written.Words.Definition ?? DefinitionText.Of(written),
        Source = written.Words.Source ?? NoSource,
        Better = written.Words.Better switch { "higher" => Better.Higher, "lower" => Better.Lower, _ => Better.NotSaid },
        Standards = [.. written.Words.Standards.Where(standard => IsGroup(standard.Group, standard.Text, written))
            .Select(standard => Standard(standard.Group, standard.Text, unit)).OfType<MeasureStandard>()],
    };

    public MeasureWords Of(SeriesDescription series) => new()
    {
        Title = series.Title ?? "",
        Standards = series.Standard is { } text && InUse(text) is { } standard ? [standard] : [],
    };

    /// <summary>A share in use; null after a problem.</summary>
    public MeasureStandard? InUse(Written text) => Standard("", text, UnitText.Percent);

    private MeasureStandard? Standard(string group, Written text, string unit)
    {
        if (StandardText.TryParse(text.Text, unit, out var value, out var name))
        {
            return new MeasureStandard(group, value, name);
        }

        Problems.Error(text.Where, text.Path, MeasureKeys.ExpectedStandard, text.Text, $"The measure is in {unit}.");
        return null;
    }

    /// <summary>A standard of a group is for a value of the attribute that the measure is grouped by.</summary>
    private bool IsGroup(string group, Written text, MeasureDescription written)
    {
        var attribute = (written.Numerator.Group ?? written.Denominator?.Group)?.Text;
        var known = attribute is not null && context.Attributes.Find(attribute) is >= 0 and var index ? context.Attributes.ValuesOf(index) : [];
        if (group.Length == 0 || known.Contains(group))
        {
            return true;
        }

        var expected = attribute is null ? "one standard: the measure has no `group`" : $"a value of {attribute}";
        Problems.Error(text.Where, text.Path, expected, group, Nearest.Hint(group, known));
        return false;
    }
}
