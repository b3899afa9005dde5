using System.Globalization;
using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Quantities with names to quantities with indices.</summary>
internal sealed class QuantityCompiler
{
    private readonly CompileContext context;
    private readonly NameResolver names;
    private readonly ExpressionCompiler conditions;
    private readonly QuantityTable table;

    public QuantityCompiler(CompileContext context, QuantityTable table)
    {
        this.context = context;
        this.table = table;
        names = new NameResolver(context);
        conditions = new ExpressionCompiler(context);
    }

    /// <summary>Index of a quantity in the table, or -1 after a problem.</summary>
    /// <param name="written">The quantity as written.</param>
    /// <param name="histogram">True when a quantile is wanted of it.</param>
    /// <param name="squares">True when a standard deviation is wanted of it.</param>
    public int Compile(QuantityDescription written, bool histogram = false, bool squares = false)
    {
        var place = Place(written);
        var subject = Subject(written);
        var group = written.Group is null ? -1 : names.Grouping(written.Group);
        var filter = Filter(written);
        CheckReason(written);
        if (place is null || subject is null || (written.Group is not null && group < 0) || (written.Filters.Count > 0 && filter is null))
        {
            return -1;
        }

        var delays = DelayKinds(written);
        return table.Find(Signature(written, subject, group, place), index => new Quantity
        {
            Id = index,
            Kind = written.Form.Kind,
            Clock = subject.Clock,
            MoreClocks = subject.MoreClocks,
            Subjects = subject.Subjects,
            Pools = delays is null ? [] : subject.Pools, // no such delay occurs, and no kinds would mean all
            Reason = written.Reason?.Text,
            DelayKinds = delays ?? [],
            Where = filter,
            Part = written.Part,
            Within = written.Within,
            Over = written.Over,
            Threshold = written.Threshold,
            CensusAt = written.CensusAt,
            By = place.Dimension,
            ByAttribute = place.Attribute,
            GroupAttribute = group,
            People = written.Form == QuantityForm.PeopleTime ? context.Population?.ByPlace ?? [] : [],
            Histogram = histogram,
        }, squares);
    }

    /// <summary>True when two quantities have values for the same places and groups.</summary>
    public bool HaveLikeParts(int first, int second)
    {
        var (one, other) = (table[first], table[second]);
        return one.By == other.By && one.GroupAttribute == other.GroupAttribute
            && IsOfDelays(one) == IsOfDelays(other) && one.DelayKinds.SequenceEqual(other.DelayKinds);
    }

    private static bool IsOfDelays(Quantity quantity) => quantity.Kind is QuantityKind.CensusDelayed or QuantityKind.DelayedTime;

    private static string Signature(QuantityDescription written, SubjectIndices subject, int group, Places place) => string.Join(
        '|',
        written.Form.Kind,
        subject.Clock,
        string.Join(',', subject.MoreClocks),
        string.Join(',', subject.Subjects),
        string.Join(',', subject.Pools),
        written.Reason?.Text,
        string.Join(',', written.Reasons.Select(reason => reason.Text).Order(StringComparer.Ordinal)),
        written.Attribution,
        string.Join(" and ", written.Filters.Select(filter => filter.Text.Trim())),
        written.Part,
        written.Within,
        written.Over,
        written.Threshold.ToString(CultureInfo.InvariantCulture),
        written.CensusAt,
        place.Dimension,
        group);

    private SubjectIndices? Subject(QuantityDescription written)
    {
        var subjects = new SubjectIndices();
        switch (written.Form.Subject)
        {
            case QuantitySubject.Clocks:
                var clocks = NameResolver.Each(written.Names, names.Clock);
                var pools = names.Pools(written.In);
                return clocks is null || pools is null || !IsCountable(written, clocks) ? null : subjects with
                {
                    Clock = clocks[0],
                    MoreClocks = clocks[1..],
                    Pools = pools,
                };
            case QuantitySubject.Stages:
                return NameResolver.Each(written.Names, names.Stage) is { } stages ? subjects with { Subjects = stages } : null;
            case QuantitySubject.Exits:
                return NameResolver.Each(written.Names, names.Exit) is { } exits ? subjects with { Subjects = exits } : null;
            case QuantitySubject.Streams:
                return names.Streams(written.Names) is { } streams ? subjects with { Subjects = streams } : null;
            case QuantitySubject.Attributes:
                return NameResolver.Each(written.Names, names.Number) is { } numbers ? subjects with { Subjects = numbers } : null;
            case QuantitySubject.Pools:
                return names.Pools(written.Names) is { } held ? subjects with { Pools = held } : null;
            default:
                return subjects;
        }
    }

    /// <summary>A patient present may have several clocks running, of which only one can say for how long.</summary>
    private bool IsCountable(QuantityDescription written, int[] clocks)
    {
        if (written.Form.Kind != QuantityKind.CensusPresent || clocks.Length == 1)
        {
            return true;
        }

        context.Problems.Error(written.Where, $"{written.Path}.{written.Form.Key}", "one clock", string.Join(", ", written.Names));
        return false;
    }

    /// <summary>Null after a problem.</summary>
    private Places? Place(QuantityDescription written)
    {
        if (written.By is null || written.Form.HasNoPlace)
        {
            return new Places(-1, -1);
        }

        var dimension = names.Dimension(written.By);
        if (dimension < 0)
        {
            return null;
        }

        if (written.Form.Subject == QuantitySubject.Pools
            && !names.HavePlaces(written.Names.SelectMany(name => context.PoolsOf(name.Text)), written.By, dimension))
        {
            return null;
        }

        if (written.Form.OfStages
            && !names.HaveStagePlaces(written.Names.Select(name => context.FindStageTemplate(name.Text)).Where(stage => stage >= 0), written.By, dimension))
        {
            return null;
        }

        return new Places(dimension, context.FindAttribute(written.By.Text));
    }

    private Expression? Filter(QuantityDescription written)
    {
        Expression? all = null;
        var complete = true;
        foreach (var filter in written.Filters)
        {
            var condition = conditions.Compile(filter.Text, filter.Where, filter.Path, CompileScope.System);
            complete &= condition is not null;
            all = all is null ? condition : new Expression { Kind = ExpressionKind.And, Left = all, Right = condition };
        }

        return complete ? all : null;
    }

    private void CheckReason(QuantityDescription written)
    {
        foreach (var reason in written.Reasons.Where(reason => !DelayNames.Reasons.Contains(reason.Text)))
        {
            context.Problems.Error(reason.Where, reason.Path, DelayNames.ExpectedReason, reason.Text,
                Nearest.Hint(reason.Text, DelayNames.Reasons));
        }

        foreach (var twice in written.Reasons.GroupBy(reason => reason.Text).Where(same => same.Count() > 1).Select(same => same.Last()))
        {
            context.Problems.Error(twice.Where, twice.Path, "each reason once", twice.Text);
        }

        var known = context.Exits.Concat(context.Stages.Names).ToList();
        if (written.Reason is { } target && !known.Contains(target.Text.Split('@')[0]))
        {
            context.Problems.Error(target.Where, target.Path, "a stage or an exit to which patients give up", target.Text, Nearest.Hint(target.Text, known));
        }
        else if (written.Reason is { } reason)
        {
            CheckGivingUp(written, reason);
        }
    }

    /// <summary>Nobody gives up at these stages to that target: a number that is always 0.</summary>
    private void CheckGivingUp(QuantityDescription written, Written reason)
    {
        if (context.GivingUp is not { } known)
        {
            return;
        }

        var templates = written.Names.Select(stage => context.FindStageTemplate(stage.Text)).ToHashSet();
        string[] targets = [.. known.Where(pair => templates.Contains(pair.Template)).Select(pair => pair.Target).Distinct()];
        if (!targets.Contains(reason.Text) && context.Scenarios.MayBeUnread(reason.Text, reason.Where))
        {
            context.Problems.Warning(reason.Where, reason.Path, targets.Length == 0
                ? "a stage at which patients give up"
                : "one of " + string.Join(", ", targets), reason.Text, "The number would always be 0.");
        }
    }

    /// <summary>Empty for all kinds, null when kinds are chosen of which none occurs.</summary>
    private int[]? DelayKinds(QuantityDescription written)
    {
        if (written.Reasons.Count == 0 && written.Attribution is null)
        {
            return [];
        }

        int[] chosen = [.. Enumerable.Range(0, context.Delays.Count).Where(index => IsChosen(context.Delays[index], written))];
        return chosen.Length > 0 ? chosen : null;
    }

    private static bool IsChosen(DelayKind kind, QuantityDescription written) =>
        (written.Reasons.Count == 0 || written.Reasons.Any(reason => reason.Text == kind.Reason))
            && (written.Attribution ?? kind.Attribution) == kind.Attribution;

    /// <summary>What is counted, as indices.</summary>
    private sealed record SubjectIndices
    {
        public int Clock { get; init; } = -1;

        public int[] MoreClocks { get; init; } = [];

        public int[] Subjects { get; init; } = [];

        public int[] Pools { get; init; } = [];
    }

    /// <summary>By which instances it is kept apart.</summary>
    private sealed record Places(int Dimension, int Attribute);
}
