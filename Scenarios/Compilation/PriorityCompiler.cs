using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles priorities: a rank, an attribute, a table, and ranks reached after a time.</summary>
internal sealed class PriorityCompiler
{
    private const string AfterWord = " after ";

    private readonly CompileContext context;
    private readonly AmountCompiler amounts;
    private readonly TimerCompiler timers;

    public PriorityCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        amounts = parts.Amounts;
        timers = parts.Timers;
    }

    /// <summary>The rule; levels with problems are left out.</summary>
    public PriorityRule Compile(IReadOnlyList<AmountDescription> written, CompileScope scope, uint stageHash)
    {
        var levels = new List<PriorityLevel>();
        for (var index = 0; index < written.Count; index++)
        {
            if (Level(written[index], index, scope, stageHash) is { } level)
            {
                levels.Add(level);
            }
        }

        CheckRises(written, levels);
        return levels.Count == 0 ? PriorityRule.Default : new PriorityRule { Levels = [.. levels] };
    }

    /// <summary>Who has waited is raised: a later rank that is behind all before it would send them back.</summary>
    private void CheckRises(IReadOnlyList<AmountDescription> written, List<PriorityLevel> levels)
    {
        for (var index = 1; index < levels.Count && levels.Count == written.Count; index++)
        {
            var lowest = levels.Take(index).SelectMany(level => level.Ranks).DefaultIfEmpty(Ranks.Lowest).Max();
            if (levels[index].Ranks.DefaultIfEmpty(1).Min() > lowest)
            {
                context.Problems.Warning(written[index].At.Where, written[index].At.Path, $"a rank that raises whoever has waited, at most {lowest}",
                    written[index].At.Text, "1 is served first: this rank sends them behind those who have just come.");
            }
        }
    }

    private PriorityLevel? Level(AmountDescription written, int index, CompileScope scope, uint stageHash)
    {
        var after = written.Text?.Text.IndexOf(AfterWord, StringComparison.Ordinal) ?? -1;
        if (index == 0 != after < 0)
        {
            var expected = index == 0 ? "a first rank without \"after\"" : "a further rank with its time, such as \"1 after 3 h\"";
            context.Problems.Error(written.At.Where, written.At.Path, expected, written.At.Text);
            return null;
        }

        if (after < 0)
        {
            return Ranked(written, scope) is { } first ? new PriorityLevel { Lookup = first.Lookup, Ranks = first.Ranks } : null;
        }

        var text = written.Text!;
        var rank = Ranked(new AmountDescription(text with { Text = text.Text[..after].Trim() }, null), scope);
        var time = new TimeDescription { Text = text with { Text = text.Text[(after + AfterWord.Length)..] } };
        var timer = timers.Compile(new TimerDescription(time, null), scope, stageHash, index, "priority");
        return rank is not { } later || timer is null ? null : new PriorityLevel { Lookup = later.Lookup, Ranks = later.Ranks, After = timer };
    }

    private (Lookup Lookup, int[] Ranks)? Ranked(AmountDescription written, CompileScope scope)
    {
        if (written.Text is { } text && context.FindAttribute(text.Text) is >= 0 and var attribute)
        {
            return OfAttribute(attribute, text);
        }

        if (written.Text is { } word && !NumberText.TryParse(word.Text, out _, out _))
        {
            context.Problems.Error(word.Where, word.Path, $"a rank from 1 to {Ranks.Lowest}, an attribute or a table", word.Text,
                Nearest.Hint(word.Text, context.Attributes.Names));
            return null;
        }

        return amounts.Table(written, scope, amounts.Rank);
    }

    private (Lookup Lookup, int[] Ranks)? OfAttribute(int attribute, Written at)
    {
        if (context.Attributes.KindOf(attribute) == AttributeKind.Duration)
        {
            context.Problems.Error(at.Where, at.Path, "an attribute with named values or whole numbers", $"{at.Text}, a length of time");
            return null;
        }

        var named = context.Attributes.KindOf(attribute) == AttributeKind.Named;
        if (!named)
        {
            return OfNumber(attribute, at);
        }

        var ranks = Ranks.Of(context.Attributes.ValuesOf(attribute));
        var bad = Array.FindIndex(ranks, rank => rank is < 1 or > Ranks.Lowest);
        if (bad >= 0)
        {
            context.Problems.Error(at.Where, at.Path, $"values that are ranks from 1 to {Ranks.Lowest}",
                $"{at.Text} = {context.Attributes.ValuesOf(attribute)[bad]}");
            return null;
        }

        int[] each = [.. Enumerable.Range(0, ranks.Length)];
        var key = new LookupKey { Source = KeySource.Attribute, Attribute = attribute, Stride = 1 };
        return (new Lookup { Keys = [key], Cells = each, Name = at.Text }, ranks);
    }

    /// <summary>A number is the rank; 0, as long as it is not set, is rank 1. One that counts beyond the last rank stops the run.</summary>
    private (Lookup Lookup, int[] Ranks) OfNumber(int attribute, Written at)
    {
        context.RankNumbers.Add((attribute, at));
        int[] values = [.. Enumerable.Range(0, Ranks.Lowest + 2)];
        var key = new LookupKey { Source = KeySource.Attribute, Attribute = attribute, Map = values, Stride = 1 };
        int[] cells = [.. values.Select(value => value > Ranks.Lowest ? TableCells.NoRow : Math.Max(0, value - 1))];
        return (new Lookup { Keys = [key], Cells = cells, Name = $"of ranks 1 to {Ranks.Lowest}, priority {at.Text}," },
            [.. Enumerable.Range(1, Ranks.Lowest)]);
    }
}
