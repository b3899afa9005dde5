using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Answers;

/// <summary>What one scenario changes of one line of the answer.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Mean">Scenario minus baseline; NaN where there is none.</param>
/// <param name="Lower95">Lower end of the paired 95 % interval, chance alone; NaN without one.</param>
/// <param name="Upper95">Upper end.</param>
/// <param name="Lower95All">Lower end with what is not known; NaN without draws.</param>
/// <param name="Upper95All">Upper end.</param>
public sealed record AnswerCell(string Scenario, double Mean, double Lower95, double Upper95, double Lower95All, double Upper95All)
{
    /// <summary>A scenario that has no such value.</summary>
    public static AnswerCell None(string scenario) => new(scenario, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>A difference of a measure.</summary>
    public static AnswerCell Of(string scenario, Difference? difference) => difference is null ? None(scenario)
        : new AnswerCell(scenario, difference.Mean, difference.Lower95, difference.Upper95, difference.Lower95All, difference.Upper95All);

    /// <summary>A sum of money [£ million].</summary>
    public static AnswerCell Of(string scenario, Saving? saving)
    {
        const double Million = 1e6;
        return saving is null ? None(scenario)
            : new AnswerCell(scenario, (double)saving.Amount / Million, saving.Lower95 / Million, saving.Upper95 / Million, saving.Lower95All / Million,
                saving.Upper95All / Million);
    }

    /// <summary>True where the interval of chance excludes 0.</summary>
    public bool IsBeyondChance => Lower95 > 0 || Upper95 < 0;

    /// <summary>True where what is not known may turn a change round that is beyond chance.</summary>
    public bool IsOpen => IsBeyondChance && Lower95All <= 0 && Upper95All >= 0;

    /// <summary>Half the width of the interval of chance; NaN without one.</summary>
    public double Half => (Upper95 - Lower95) / 2;
}
