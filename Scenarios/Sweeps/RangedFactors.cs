using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>The numbers of a system that come with a range, as factors that move between its ends.</summary>
public static class RangedFactors
{
    /// <summary>The factors, and the numbers with a range that cannot be moved, with the reason.</summary>
    /// <param name="files">The system.</param>
    /// <param name="numbers">Its numbers, or some of them.</param>
    public static (IReadOnlyList<Factor> Factors, IReadOnlyList<(string Path, string Why)> Left) Of(SystemFiles files, IReadOnlyList<DescribedNumber> numbers)
    {
        var words = new ChangeWords(files);
        var (inputs, left) = UncertainInput.Of(files, numbers);
        return ([.. inputs.Select(input => Of(input, words))], [.. left.Select(one => (one.Number.Path, one.Why))]);
    }

    private static Factor Of(UncertainInput input, ChangeWords words)
    {
        var title = words.PathOf(input.Path);
        return new Factor(input.Path, title,
        [
            .. input.Changes.Select(change => new FreeInput(input.Path, title,
                new InputRange(change.Verb, change.Low, change.High, input.Low, input.High, IsRelative: false),
                [new Written(change.Path, input.Places[0], change.Path)], $"{input.Low} to {input.High}", input.Places[0])),
        ]);
    }
}
