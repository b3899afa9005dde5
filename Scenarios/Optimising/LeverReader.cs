using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Optimising;

/// <summary>Makes levers of what is written of them.</summary>
internal static class LeverReader
{
    private const int MostSteps = 1_000;

    /// <summary>A range may miss a whole number of steps by rounding.</summary>
    private const double Rounded = 1e-6;

    /// <summary>The lever; null with problems said.</summary>
    public static Lever? Of(LeverDescription written, ProblemList problems)
    {
        var range = RangeOf(written, problems);
        var step = Number(written.Step, 1, problems);
        var per = Number(written.Per, 1, problems);
        if (!MoneyText.TryParse(written.Cost.Text, out var pounds, out var expected) || pounds < 0)
        {
            problems.Error(written.Cost.Where, written.Cost.Path, expected, written.Cost.Text);
            return null;
        }

        if (written.PriceYear is { } year && !PriceYear.TryParse(year.Text, out _))
        {
            problems.Error(year.Where, year.Path, PriceYear.Expected, year.Text);
            return null;
        }

        if (range is null || step is null || per is null)
        {
            return null;
        }

        var steps = Math.Abs(range.Value.Far - range.Value.Near) / step.Value;
        if (Math.Abs(steps - Math.Round(steps)) > Rounded * Math.Max(1, steps) || Math.Round(steps) is < 1 or > MostSteps)
        {
            var (where, path) = written.Step is { } said ? (said.Where, said.Path) : (written.Range.Where, $"{written.Name.Path}.{OptimiseKeys.Step}");
            problems.Error(where, path, FormattableString.Invariant($"a step of which the range {written.Range.Text} holds a whole number, from 1 to {MostSteps}"),
                NumberText.Write(step.Value), FormattableString.Invariant($"It holds {steps:0.###}."));
            return null;
        }

        var input = new FreeInput(written.Name.Text, written.Title.Length > 0 ? written.Title : written.Name.Text, range.Value.Range, written.Paths,
            written.Range.Text, written.Range.Where);
        return new Lever(input, (int)Math.Round(steps), pounds * (decimal)step.Value / (decimal)per.Value)
        {
            Partner = written.Partner?.Text ?? "",
            PriceYear = written.PriceYear?.Text ?? "",
            Buys = [.. written.Buys.Select(one => one.Text)],
        };
    }

    /// <summary>From the near end to the far one: down as well as up.</summary>
    private static (InputRange Range, double Near, double Far)? RangeOf(LeverDescription written, ProblemList problems)
    {
        var text = written.Range.Text;
        if (InputRange.OfEnds(written.Verb, text) is not { } range)
        {
            problems.Error(written.Range.Where, written.Range.Path, "two ends in one unit, from what there is to the furthest, such as 0 to 20", text);
            return null;
        }

        if (range.Near == range.Far)
        {
            problems.Error(written.Range.Where, written.Range.Path, "two different ends", text, "What is not free needs no lever.");
            return null;
        }

        return range;
    }

    private static double? Number(Written? written, double otherwise, ProblemList problems)
    {
        if (written is null)
        {
            return otherwise;
        }

        if (NumberText.TryParse(written.Text, out var number, out _) && number > 0)
        {
            return number;
        }

        problems.Error(written.Where, written.Path, "a number above 0, in the unit of the range", written.Text);
        return null;
    }
}
