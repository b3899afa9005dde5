using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles pools.</summary>
internal sealed class PoolCompiler
{
    private const string PerDay = " per day";

    private readonly CompileContext context;
    private readonly Parts parts;
    private readonly RecordLayer record;

    public PoolCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        this.parts = parts;
        record = new RecordLayer(context, parts.Horizon);
    }

    /// <summary>The pools in the order of the index; a capacity with problems is left at 0.</summary>
    public PoolModel[] Compile(IReadOnlyList<PoolDescription> pools)
    {
        var templates = pools.ToDictionary(pool => pool.Name.Text, StringComparer.Ordinal);
        return [.. context.Pools.Pools.Select(name => Compile(templates[name.Template], name))];
    }

    private PoolModel Compile(PoolDescription template, PoolName name)
    {
        var scope = new CompileScope(name.Dimension, name.Instance);
        var pool = name.Instance < 0 ? template : template.At(context.Dimensions[name.Dimension].Instances[name.Instance]);
        var capacity = Capacity(pool, scope, out var unlimited);
        return new PoolModel
        {
            Name = name.Name,
            Template = name.Template,
            EachDimension = name.Dimension,
            Instance = name.Instance,
            Kind = pool.Kind,
            Group = pool.Group?.Text,
            Owner = OwnerOf(pool, scope),
            Unlimited = unlimited,
            Capacity = capacity is null ? Timetable.Constant(0) : record.Capacity(name.Name, capacity, pool.Name),
            Renewed = Renewed(pool, scope),
            Turnaround = pool.Turnaround is { } turnaround ? parts.Times.Compile(turnaround, scope) : null,
            Takes = pool.Takes is { Text: not "daily" } takes ? parts.Hours.Hours(takes, scope) : null,
            EmptyAtClose = pool.EmptyAtClose,
            Surges = [.. pool.Surges.Select(surge => Surge(surge, scope)).OfType<SurgeModel>().Select(surge => record.Surge(name.Name, surge))],
        };
    }

    /// <summary>An owner that is a dimension stands for the instance's own.</summary>
    private string? OwnerOf(PoolDescription pool, CompileScope scope)
    {
        var instance = scope.IsInstance ? context.Dimensions[scope.Dimension].Instances[scope.Instance] : "";
        return pool.Owner?.Everywhere is { } everywhere && context.PlaceOf(scope, everywhere.Text) is { } own ? own : pool.Owner?.At(instance)?.Text;
    }

    private Timetable? Capacity(PoolDescription pool, CompileScope scope, out bool unlimited)
    {
        unlimited = false;
        var capacity = pool.Capacity;
        if (capacity.Roster is { } roster)
        {
            return Roster(capacity, roster, scope);
        }

        if (capacity.Calendar is { } calendar)
        {
            return WithHours(capacity, calendar, scope);
        }

        if (capacity.Amount is not { } amount)
        {
            return null;
        }

        var units = parts.Amounts.One(amount, scope, text => Units(text, pool.Kind));
        unlimited = units is double.PositiveInfinity;
        return units is { } value ? Timetable.Constant(unlimited ? 0 : value) : null;
    }

    private double? Units(Written text, PoolKind kind)
    {
        if (text.Text.Trim() == WholeUnits.Unlimited)
        {
            return double.PositiveInfinity;
        }

        var perDay = text.Text.IndexOf(PerDay, StringComparison.Ordinal);
        if (perDay < 0)
        {
            return parts.Amounts.Units(text);
        }

        if (kind == PoolKind.Slots)
        {
            return parts.Amounts.Units(text with { Text = text.Text[..perDay] });
        }

        context.Problems.Error(text.Where, text.Path, "a number of units; only slots are counted per day", text.Text);
        return null;
    }

    private Timetable? Roster(CapacityDescription capacity, Written name, CompileScope scope)
    {
        if (!context.Files.Rosters.TryGetValue(name.Text, out var roster))
        {
            if (!context.Problems.HasErrorsIn($"rosters/{name.Text}.csv"))
            {
                context.Problems.Error(name.Where, name.Path, "the name of a roster", name.Text, Nearest.Hint(name.Text, context.Files.Rosters.Keys));
            }

            return null;
        }

        var keys = context.PlacesOf(scope).ToDictionary(place => place.Dimension.Name, place => place.Name, StringComparer.Ordinal);
        return parts.Rosters.Compile(roster, keys, HolidaysOf(capacity), scope.IsInstance ? context.Dimensions[scope.Dimension].Instances[scope.Instance] : "");
    }

    private HashSet<DateOnly> HolidaysOf(CapacityDescription capacity)
    {
        var dates = parts.Calendars.DatesOf(capacity.Holidays?.Text ?? SystemKeys.DefaultHolidays);
        if (dates is null && capacity.Holidays is { } named)
        {
            context.Problems.Error(named.Where, named.Path, "a calendar of dates", named.Text, Nearest.Hint(named.Text, context.Calendars.Names));
        }

        return dates ?? [];
    }

    private Timetable? WithHours(CapacityDescription capacity, Written calendar, CompileScope scope)
    {
        var hours = parts.Hours.Hours(calendar, scope);
        if (capacity.Inside is not { } within)
        {
            return null;
        }

        var inside = parts.Amounts.One(within, scope, UnitsOrUnlimited);
        var outside = capacity.Outside is { } o ? parts.Amounts.One(o, scope, UnitsOrUnlimited) : 0;
        if (hours is null || inside is not { } open || outside is not { } shut)
        {
            return null;
        }

        var patterns =
            Array.ConvertAll(hours.Patterns, pattern => pattern with { Values = Array.ConvertAll(pattern.Values, value => value > 0 ? open : shut) });
        return new Timetable(hours.PatternOfDay, patterns);
    }

    /// <summary>Where there is no limit in some hours only, there are as many units as a pool may have: more than there may be patients.</summary>
    private double? UnitsOrUnlimited(Written text) => text.Text.Trim() == WholeUnits.Unlimited ? WholeUnits.Most : parts.Amounts.Units(text);

    private Gate? Renewed(PoolDescription pool, CompileScope scope)
    {
        if (pool.Kind == PoolKind.Slots)
        {
            return parts.Hours.Moments(pool.Renewed ?? pool.Name with { Text = "daily 00:00" }, scope);
        }

        if (pool.Renewed is { } written)
        {
            context.Problems.Error(written.Where, written.Path, "\"renewed\" for slots only", $"a pool of {pool.Kind}");
        }

        return null;
    }

    private SurgeModel? Surge(SurgeDescription surge, CompileScope scope)
    {
        var adds = parts.Amounts.One(surge.Adds, scope, parts.Amounts.Units);
        var opens = parts.Expressions.Compile(surge.Opens, scope);
        var closes = parts.Expressions.Compile(surge.Closes, scope);
        var at = parts.Hours.Moments(surge.Checked, scope);
        var after = surge.After is { } a ? parts.Amounts.Seconds(a) : 0;
        var atLeast = surge.AtLeast is { } l ? parts.Amounts.Seconds(l) : 0;
        if (adds is not { } units || opens is null || closes is null || at is null || after is not { } delay || atLeast is not { } least)
        {
            return null;
        }

        CheckNoPatient(opens, surge.Opens);
        CheckNoPatient(closes, surge.Closes);
        return new SurgeModel { Adds = (int)units, Opens = opens, Closes = closes, Checked = at, After = delay, AtLeast = least };
    }

    /// <summary>A surge is judged for the pool, not for a patient.</summary>
    private void CheckNoPatient(Expression condition, Written at)
    {
        if (PatientUse.In(condition))
        {
            context.Problems.Error(at.Where, at.Path, "a condition on pools, lists and time", at.Text, "There is no patient here: name the instance.");
        }
    }
}
