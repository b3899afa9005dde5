using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Answers;

/// <summary>What a scenario does to a line of the answer, in a clause: the paragraph and the titles of charts say it the same.</summary>
/// <param name="period">Of the numbers.</param>
/// <param name="isWhole">False for a year of which a part was measured only.</param>
internal sealed class LineWords(string period, bool isWhole)
{
    /// <summary><c>bed occupancy falls from 97.1 to 95.9 % (−1.8 to −0.4 points with what is not known), not to the 92 % guidance</c>.</summary>
    /// <param name="line">What is told.</param>
    /// <param name="cell">Of the scenario.</param>
    public string Movement(AnswerLine line, AnswerCell cell) => $"{Course(line, cell)}{All(line, cell)}{Reached(line, cell)}";

    /// <summary><c>bed occupancy falls from 97.1 to 95.9 %</c>; <c>may fall</c> where what is not known may turn it round.</summary>
    public string Course(AnswerLine line, AnswerCell cell)
    {
        var (from, to) = Ends(line, cell);
        return from == to ? $"{line.Subject} {Verb(line, cell)} from {Number(line, line.Level, cell)} to {Level(line, line.LevelUnder(cell), cell)}"
            : $"{line.Subject} {Verb(line, cell)} from {from} to {to}{UnitWords.OfLevel(line.Unit, period, isWhole)}";
    }

    /// <summary>The levels without and with a scenario: who subtracts them finds the change as it stands beside them.</summary>
    public static (string From, string To) Ends(AnswerLine line, AnswerCell cell)
    {
        var least = Math.Max(Rounding.LevelDecimals(line.Level), Rounding.LevelDecimals(line.LevelUnder(cell)));
        var (before, after, decimals) = Rounding.ThatAddUp(line.Level, cell.Mean, line.LevelUnder(cell),
            Math.Min(Rounding.DifferenceDecimals(cell.Mean, cell.Lower95, cell.Upper95), Rounding.DecimalsUntilNotZero(cell.Mean, cell.Mean, least)));
        return (NumberText.Plain(before, decimals), NumberText.Plain(after, decimals));
    }

    /// <summary>
    /// Where the level it comes from has been said: <c>bed occupancy falls to 95.9 %</c>, and that the target is reached where that is so.
    /// </summary>
    public string Arrival(AnswerLine line, AnswerCell cell) =>
        $"{line.Subject} {Verb(line, cell)} to {Ends(line, cell).To}{UnitWords.OfLevel(line.Unit, period, isWhole)}{(line.HasTarget && line.Reaches(line.LevelUnder(cell)) ? Reached(line, cell) : "")}";

    /// <summary><c>, not to the 92 % guidance</c>; empty where there is no target, or it is reached with and without the scenario.</summary>
    public static string Reached(AnswerLine line, AnswerCell cell)
    {
        var isReached = line.Reaches(line.LevelUnder(cell));
        return !line.HasTarget ? ""
            : !line.IsMissed ? isReached ? "" : $", beyond the {Target(line)}"
            : isReached ? IsSurelyReached(line, cell) ? $", {Within(line)} the {Target(line)}" : $", {Within(line)} the {Target(line)} as near as can be told"
            : line.WayGone(cell) < 0 ? $", away from the {Target(line)}" : $", not to the {Target(line)}";
    }

    /// <summary>On the good side of a target: of what is to be high above it.</summary>
    public static string Within(AnswerLine line) => line.Better == "higher" ? "above" : "within";

    /// <summary>True where chance in the change leaves the level on the good side; also where there is no interval.</summary>
    private static bool IsSurelyReached(AnswerLine line, AnswerCell cell) =>
        new[] { cell.Lower95, cell.Upper95 }.All(change => double.IsNaN(change) || line.Reaches(line.Level + change));

    /// <summary><c>bed occupancy −1.2 points</c>.</summary>
    public string Change(AnswerLine line, AnswerCell cell) => $"{line.Subject} {Amount(line, cell)}";

    /// <summary><c>−1.2 points</c>.</summary>
    public string Amount(AnswerLine line, AnswerCell cell)
    {
        var decimals = Rounding.DifferenceDecimals(cell.Mean, cell.Lower95, cell.Upper95);
        return $"{NumberText.Signed(cell.Mean, decimals)}{(line.IsShare ? " points" : UnitWords.OfDifference(line.Unit, period))}";
    }

    /// <summary><c>97.0 %</c>, or as many digits as tell it from the level beside it.</summary>
    public string Level(AnswerLine line, double level, AnswerCell? beside = null) =>
        Number(line, level, beside) + UnitWords.OfLevel(line.Unit, period, isWhole);

    /// <summary><c>92 % guidance</c>.</summary>
    public static string Target(AnswerLine line) => $"{NumberText.Exact(line.Target)}{(line.IsShare ? " %" : " " + line.Unit)} {line.TargetName}".TrimEnd();

    /// <summary>Pounds without a sign, and between what they lie: <c>£466k (£67.7k to £864k)</c>.</summary>
    /// <param name="cell">Of the scenario.</param>
    /// <param name="hasInterval">False: without.</param>
    public static string Pounds(AnswerCell cell, bool hasInterval = true)
    {
        const double Million = 1e6;
        var amount = SavingWords.Money(Math.Abs(cell.Mean) * Million)[1..];
        var (lower, upper) = double.IsFinite(cell.Lower95All) ? (cell.Lower95All, cell.Upper95All) : (cell.Lower95, cell.Upper95);
        var (near, far) = cell.Mean > 0 ? (lower, upper) : (-upper, -lower);
        var (from, to) = (SavingWords.Money(near * Million)[1..], SavingWords.Money(far * Million)[1..]);
        var isBeside = double.IsFinite(cell.Lower95All) && (cell.Mean < lower || cell.Mean > upper);
        return hasInterval && double.IsFinite(near) && from != to ? $"{amount} ({(isBeside ? "by the draws " : "")}{from} to {to})" : amount;
    }

    /// <summary><c>£466k (£67.7k to £864k) saved</c>.</summary>
    public static string Saving(AnswerCell cell) => $"{Pounds(cell)} {(cell.Mean > 0 ? "saved" : "more spent")}";

    /// <summary><c> (−1.8 to −0.4 points with what is not known)</c>; empty without draws.</summary>
    /// <param name="line">What is told.</param>
    /// <param name="cell">Of the scenario.</param>
    /// <param name="isNamed">False where what the interval holds has just been said.</param>
    public static string All(AnswerLine line, AnswerCell cell, bool isNamed = true)
    {
        if (!double.IsFinite(cell.Lower95All))
        {
            return "";
        }

        var decimals = Rounding.DifferenceDecimals(cell.Mean, cell.Lower95All, cell.Upper95All);
        return $" ({NumberText.Signed(cell.Lower95All, decimals)} to {NumberText.Signed(cell.Upper95All, decimals)}{(line.IsShare ? " points" : "")}{(isNamed ? " " + DrawWords.Known : "")})";
    }

    /// <summary>Three digits, or as many as tell a level from the one beside it.</summary>
    private static string Number(AnswerLine line, double level, AnswerCell? beside) =>
        NumberText.Plain(level, beside is null ? Rounding.LevelDecimals(level) : Rounding.LevelDecimals(line.Level, line.LevelUnder(beside)));

    /// <summary>What may turn round with what is not known may happen, and does not.</summary>
    private static string Verb(AnswerLine line, AnswerCell cell)
    {
        var verb = cell.Mean < 0 ? "fall" : "rise";
        return cell.IsOpen ? "may " + verb : verb + (line.IsPlural ? "" : "s");
    }
}

/// <summary>Units in words.</summary>
public static class UnitWords
{
    /// <summary>
    /// What follows the number of a difference, with its leading space: <c> percentage points</c>, <c> a day</c>; empty for a number without unit.
    /// </summary>
    public static string OfDifference(string unit, string period, bool isWhole = true) => unit switch
    {
        "%" => " percentage points",
        _ when unit.StartsWith("% ", StringComparison.Ordinal) => " percentage points",
        _ => OfLevel(unit, period, isWhole),
    };

    /// <summary>The unit of a column of numbers; empty for numbers without unit.</summary>
    public static string OfColumn(string unit) => unit switch
    {
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        _ when unit.StartsWith("per ", StringComparison.Ordinal) => PerWords(unit).TrimStart(),
        _ => unit,
    };

    /// <summary>What follows the number of a level.</summary>
    public static string OfLevel(string unit, string period, bool isWhole = true) => unit switch
    {
        "" => "",
        "%" => " %",
        "d" => " days",
        "h" => " hours",
        "min" => " minutes",
        "days" => " days" + During(period, isWhole),
        "patients" => " patients" + During(period, isWhole),
        _ when unit.StartsWith("per ", StringComparison.Ordinal) => PerWords(unit),
        _ => " " + unit,
    };

    /// <summary><c>per day</c> is read as <c>a day</c>; <c>per 100,000 a month</c> stays.</summary>
    private static string PerWords(string unit) => unit.Length > 4 && char.IsLetter(unit[4]) ? " a " + unit[4..] : " " + unit;

    // Counts grow with the time over which they are counted.
    private static string During(string period, bool isWhole) =>
        period == Periods.All || !isWhole ? " in the time measured" : Periods.IsYear(period) ? " in the year" : " in the month";
}
