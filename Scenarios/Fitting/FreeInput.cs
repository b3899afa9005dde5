using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>Values of a description that a fit moves together.</summary>
/// <param name="Name">Its name under <c>fit:</c>.</param>
/// <param name="Title">What a reader sees in its place.</param>
/// <param name="Range">Verb and ends.</param>
/// <param name="Paths">What is moved.</param>
/// <param name="RangeText">The range as written.</param>
/// <param name="RangeWhere">Where that is.</param>
internal sealed record FreeInput(
    string Name, string Title, InputRange Range, IReadOnlyList<Written> Paths, string RangeText, SourceLocation RangeWhere)
{
    /// <summary>Places in a range that are told apart: what is fitted is to be read, and written, with few digits.</summary>
    private const int Steps = 1_000;

    private ChangeVerb Verb => Enum.Parse<ChangeVerb>(Range.Verb, ignoreCase: true);

    /// <summary>To what, or by what, at a place.</summary>
    /// <param name="place">0 at the low end, 1 at the high end.</param>
    public string At(double place)
    {
        var at = Range.At(place);

        // Half a bed can be set by nobody.
        return Range.Verb is InputRange.Set or InputRange.Add && Paths.All(path => AreUnits(path.Text)) && NumberText.TryParse(at, out var units, out _)
            ? NumberText.Write(Math.Round(units, MidpointRounding.AwayFromZero))
            : at;
    }

    /// <summary>The nearest place that is told apart.</summary>
    public static double Rounded(double place) => Math.Round(place * Steps) / Steps;

    /// <summary>True for what pools hold, which is whole.</summary>
    private static bool AreUnits(string path) =>
        path.StartsWith(SystemFolder.Rosters + ".", StringComparison.Ordinal)
            || (path.StartsWith("pools.", StringComparison.Ordinal) && path.EndsWith(".capacity", StringComparison.Ordinal));

    /// <summary>The heads of its columns in a calibrated set.</summary>
    public IEnumerable<string> Heads => Paths.Select(path => InputValue.NameOf(Range.Verb, path.Text));

    /// <summary>Puts its values at something, in a system that may be changed; false with problems said if that cannot be done.</summary>
    public bool Put(string operand, ChangeMaker maker)
    {
        var made = true;
        foreach (var path in Paths)
        {
            made &= maker.Make(new ScenarioChange
            {
                Scenario = "",
                Verb = Verb,
                Path = path.Text,
                Where = path.Where,
                Label = path.Path,
                Value = new ScalarNode(operand, path.Where, quoted: true),
            });
        }

        return made;
    }

    /// <summary>The texts of a system that one of its paths changes.</summary>
    public IEnumerable<ValueSlot> SlotsIn(SystemFiles copy, Written path) =>
        ChangePath.TryParse(path.Text, out var steps)
            ? PathSlots.Of(copy, steps, mayBeNew: false, out _).SelectMany(slot => NumberTargets.Of(slot, Verb, out _))
            : [];
}
