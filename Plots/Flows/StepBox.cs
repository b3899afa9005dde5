using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>The box of a step: its name in as few and short lines as can be, and one line of figures.</summary>
internal sealed class StepBox
{
    /// <summary>Of the letters [pt].</summary>
    public const double TextSize = 7;

    /// <summary>From one line to the next [pt].</summary>
    public const double LineHeight = 8.4;

    /// <summary>Between letters and the sides of the box [pt].</summary>
    public const double Padding = 3;

    /// <summary>How far the point of a way in or out reaches [pt].</summary>
    public const double Tip = 5;

    private const double WidestText = 40;
    private const double WidestWord = 70;
    private const int MostLines = 3;
    private const double LeastWritten = 0.0005;

    private StepBox(Step step, IReadOnlyList<string> lines, string figures, double rate)
    {
        Step = step;
        Lines = lines;
        Figures = figures;
        Rate = rate;
        TextWidth = lines.Append(figures).Max(line => TextMeasure.Width(line, TextSize));
        Width = TextWidth + (2 * Padding) + (step.Kind == StepKind.Stage ? 0 : Tip);
        Height = ((lines.Count + 1) * LineHeight) + 4;
    }

    public Step Step { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Figures { get; }

    /// <summary>Share of its places or staff in use [%]; NaN where there is none.</summary>
    public double Rate { get; }

    public double TextWidth { get; }

    public double Width { get; }

    public double Height { get; }

    /// <param name="step">What the box is of.</param>
    /// <param name="perDay">Patients a day.</param>
    /// <param name="use">Its places or staff; null without.</param>
    public static StepBox Of(Step step, double perDay, StepUse? use)
    {
        var figures = PerDay(perDay);
        var rate = use?.Rate ?? double.NaN;
        if (use is { } used)
        {
            figures += double.IsNaN(rate) ? $" · {NumberText.Short(used.Occupied, used.Occupied < 100 ? 1 : 0)} in use" : $" · {NumberText.Short(rate, 0)} %";
        }

        return new StepBox(step, Wrapped(step.Label), figures, rate);
    }

    /// <summary>Patients a day with the digits that matter.</summary>
    public static string PerDay(double value) =>
        value < LeastWritten ? "<0.001" : NumberText.Short(value, value switch { >= 20 => 0, >= 1 => 1, >= 0.095 => 2, _ => 3 });

    /// <summary>As many lines as the widest text allows, then as narrow as that number of lines allows.</summary>
    private static IReadOnlyList<string> Wrapped(string label)
    {
        var word = label.Split(' ').Max(part => TextMeasure.Width(part, TextSize));
        var widest = Math.Clamp(word, WidestText, WidestWord);
        var lines = TextMeasure.Wrap(label, TextSize, widest, MostLines);
        for (var width = Math.Min(word, widest); width < widest; width += 2)
        {
            if (TextMeasure.Wrap(label, TextSize, width, label.Length) is { } narrow && narrow.Count <= lines.Count)
            {
                return narrow;
            }
        }

        return lines;
    }
}
