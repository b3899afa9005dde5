using System.Runtime.CompilerServices;
using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.State;

/// <summary>Looks up tables and judges conditions for a patient at a time, against the present state.</summary>
internal sealed class Evaluator
{
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;

    public Evaluator(SystemModel model, PatientStore patients, PoolState[] pools, int[] waitingForStage)
    {
        Model = model;
        this.patients = patients;
        this.pools = pools;
        this.waitingForStage = waitingForStage;
    }

    /// <summary>The model in force; dated changes swap it.</summary>
    public SystemModel Model { get; set; }

    /// <summary>Index of what stands in the cell for a patient (-1: nobody) at a time.</summary>
    /// <exception cref="SimulationException">No row matches, or an attribute is not set.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Cell(Lookup lookup, int patient, int at) => lookup.OnlyCell >= 0 ? lookup.OnlyCell : CellByKeys(lookup, patient, at);

    private int CellByKeys(Lookup lookup, int patient, int at)
    {
        var byValue = lookup.CellsByValue;
        if (byValue.Length > 0 && patient >= 0)
        {
            var value = patients.Values[(patient * patients.Attributes) + lookup.OnlyAttribute];
            if ((uint)value < (uint)byValue.Length && byValue[value] is >= 0 and var found)
            {
                return found;
            }
        }

        return CellByAllKeys(lookup, patient, at);
    }

    private int CellByAllKeys(Lookup lookup, int patient, int at)
    {
        var offset = 0;

        // Nobody has no values: a table by hour or weekday needs none.
        var values = patient < 0 ? default : patients.ValuesOf(patient);
        foreach (ref readonly var key in lookup.Keys.AsSpan())
        {
            var value = key.Source == KeySource.Attribute ? values[key.Attribute] : KeyValue(key, patient, at);
            if (key.Map is { } map)
            {
                if (value < 0)
                {
                    throw NoValue(lookup, key, patient);
                }

                value = map[Math.Min(value, map.Length - 1)];
            }
            else if (value < 0)
            {
                throw NoValue(lookup, key, patient);
            }

            offset += value * key.Stride;
        }

        var cell = lookup.Cells[offset];
        return cell >= 0 ? cell : throw new SimulationException($"table {lookup.Name} has no row for this patient ({Describe(patient)})");
    }

    /// <summary>The specification of a length of time that applies.</summary>
    public TimeSpec Spec(TimeRule rule, int patient, int at) => rule.Specs[Cell(rule.Lookup, patient, at)];

    /// <summary>A length of time from <paramref name="at"/> [s]; int.MaxValue: never.</summary>
    public int Length(TimeSpec spec, int patient, int at, double uniform)
    {
        switch (spec.Kind)
        {
            case TimeKind.Drawn:
                return spec.Distribution!.Seconds(uniform);
            case TimeKind.DrawnOfCalendar:
                return Until(spec.Calendar!.AfterOpenTime(at, spec.Distribution!.Seconds(uniform)), at);
            case TimeKind.UntilOpens:
                return Until(spec.Calendar!.NextOpen(at), at);
            case TimeKind.UntilGate:
                return Until(spec.Gate!.NextAfter(at), at);
            case TimeKind.UntilDrawnTime:
                var timeOfDay = spec.TimesOfDay!.Pick(uniform);
                var wait = timeOfDay - (at % SimTime.Day);
                return wait > 0 ? wait : wait + SimTime.Day;
            default:
                return Math.Max(0, patients.Values[(patient * patients.Attributes) + spec.Attribute]);
        }
    }

    /// <summary>The pool meant for a patient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PoolOf(in PoolAmount item, int patient) => item.FixedPool >= 0 ? item.FixedPool : PoolByAttribute(item.Pool, patient);

    /// <summary>The pool meant for a patient.</summary>
    public int PoolOf(PoolRef pool, int patient) => pool.Pool >= 0 ? pool.Pool : PoolByAttribute(pool, patient);

    /// <summary>Refuses a patient for whom two parts of one of the bundles are one pool.</summary>
    /// <exception cref="SimulationException">Two parts are one pool.</exception>
    public void CheckParts(Bundle[] bundles, int patient)
    {
        foreach (var bundle in bundles)
        {
            CheckParts(bundle, patient);
        }
    }

    /// <summary>Refuses a patient for whom two parts of a bundle are one pool.</summary>
    /// <exception cref="SimulationException">Two parts are one pool.</exception>
    public void CheckParts(Bundle bundle, int patient)
    {
        if (!bundle.MayAskTwice)
        {
            return;
        }

        for (var index = 1; index < bundle.Items.Length; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                var pool = PoolOf(bundle.Items[index], patient);
                if (pool == PoolOf(bundle.Items[earlier], patient))
                {
                    throw new SimulationException(
                        $"two parts of one request are both {Model.Pools[pool].Name} ({Describe(patient)}). Write '2 of' that pool in an alternative or a stage for such patients, or lead them elsewhere");
                }
            }
        }
    }

    private int PoolByAttribute(PoolRef pool, int patient)
    {
        var index = patients.Chosen(pool.ByValue, patient, pool.Attribute, pool.SecondAttribute, pool.SecondValues);
        return index >= 0 ? index : throw new SimulationException(
            $"no pool for {Values(pool.Attribute, pool.SecondAttribute, patient)} ({Describe(patient)})");
    }

    private string Values(int attribute, int second, int patient)
    {
        var named = Of(attribute);
        return second < 0 ? named : $"{named} and {Of(second)}";

        string Of(int one) => $"{Model.Attributes[one].Name} = {ValueName(one, patients.Values[(patient * patients.Attributes) + one])}";
    }

    /// <summary>What a condition adds up over the pools of a group.</summary>
    private double OfGroup(Expression e, int patient, int now)
    {
        var (free, occupied, open, waiting, isOpen) = (0L, 0L, 0L, 0L, false);
        foreach (var index in PoolsOf(e.Group!, patient))
        {
            ref readonly var pool = ref pools[index];
            free += Math.Max(0, pool.Free);
            occupied += pool.Occupied;
            open += pool.Open;
            waiting += pool.Waiting;
            isOpen |= e.Kind == ExpressionKind.GroupOpen && Model.Pools[index].Capacity.At(now) > 0;
        }

        return e.Kind switch
        {
            ExpressionKind.GroupOpen => Truth(isOpen),
            ExpressionKind.GroupFree => free,
            ExpressionKind.GroupOccupied => occupied,
            ExpressionKind.GroupOccupiedShare => open == 0 ? 0 : occupied / (double)open,
            _ => waiting,
        };
    }

    private int[] PoolsOf(PoolGroupRef group, int patient)
    {
        if (group.Attribute < 0)
        {
            return group.Pools;
        }

        var value = patients.Values[(patient * patients.Attributes) + group.Attribute];
        var found = value < 0 ? [] : group.ByValue[value];
        return found.Length > 0 ? found : throw new SimulationException(
            $"{group.Name} has no pool for {Model.Attributes[group.Attribute].Name} = {ValueName(group.Attribute, value)} ({Describe(patient)})");
    }

    /// <summary>The stage instance a target means for a patient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int StageOf(Target target, int patient) => target.Stage >= 0 ? target.Stage : StageByAttribute(target, patient);

    private int StageByAttribute(Target target, int patient)
    {
        var index = patients.Chosen(target.StageByValue, patient, target.Attribute, target.SecondAttribute, target.SecondValues);
        return index >= 0 ? index : throw new SimulationException(
            $"{target.Name} has no instance for {Values(target.Attribute, target.SecondAttribute, patient)} ({Describe(patient)})");
    }

    /// <summary>True when a condition holds.</summary>
    public bool Holds(Expression e, int patient, int now)
    {
        var tests = e.Tests;
        if (tests.Length == 0)
        {
            return HoldsByTree(e, patient, now);
        }

        var values = patients.ValuesOf(patient);
        foreach (ref readonly var test in tests.AsSpan())
        {
            if (!test.Holds(values[test.Attribute]))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsByTree(Expression e, int patient, int now) => e.Kind switch
    {
        ExpressionKind.And => Holds(e.Left!, patient, now) && Holds(e.Right!, patient, now),
        ExpressionKind.Or => Holds(e.Left!, patient, now) || Holds(e.Right!, patient, now),
        ExpressionKind.Not => !Holds(e.Left!, patient, now),
        ExpressionKind.Equal => Operand(e.Left!, patient, now) == Operand(e.Right!, patient, now),
        ExpressionKind.NotEqual => Operand(e.Left!, patient, now) != Operand(e.Right!, patient, now),
        ExpressionKind.Less => Operand(e.Left!, patient, now) < Operand(e.Right!, patient, now),
        ExpressionKind.LessOrEqual => Operand(e.Left!, patient, now) <= Operand(e.Right!, patient, now),
        ExpressionKind.Greater => Operand(e.Left!, patient, now) > Operand(e.Right!, patient, now),
        ExpressionKind.GreaterOrEqual => Operand(e.Left!, patient, now) >= Operand(e.Right!, patient, now),
        _ => Value(e, patient, now) != 0,
    };

    /// <summary>The value of an expression; truth is 1.</summary>
    public double Value(Expression e, int patient, int now) => e.Kind switch
    {
        ExpressionKind.Constant => e.Value,
        ExpressionKind.Attribute => patients.Values[(patient * patients.Attributes) + e.Index],
        ExpressionKind.Hour => now % SimTime.Day / (double)SimTime.Hour,
        ExpressionKind.Weekday => Weekday(now),
        ExpressionKind.Day => now / SimTime.Day,
        ExpressionKind.Open => e.Calendar!.IsOpen(now) ? 1 : 0,
        ExpressionKind.PoolOpen => Truth(Model.Pools[PoolOf(e.Pool!, patient)].Capacity.At(now) > 0),
        ExpressionKind.Free => Math.Max(0, pools[PoolOf(e.Pool!, patient)].Free),
        ExpressionKind.Occupied => pools[PoolOf(e.Pool!, patient)].Occupied,
        ExpressionKind.OccupiedShare => Share(pools[PoolOf(e.Pool!, patient)]),
        ExpressionKind.WaitingForPool => pools[PoolOf(e.Pool!, patient)].Waiting,
        ExpressionKind.WaitingForStage => waitingForStage[StageOf(e.Stage!, patient)],
        ExpressionKind.Visits => patients.Visits[(patient * patients.Templates) + e.Index],
        ExpressionKind.Clock => ClockTime(e.Index, patient, now),
        ExpressionKind.Sum => Value(e.Left!, patient, now) + Value(e.Right!, patient, now),
        ExpressionKind.GroupOpen or ExpressionKind.GroupFree or ExpressionKind.GroupOccupied or ExpressionKind.GroupOccupiedShare
            or ExpressionKind.WaitingForGroup => OfGroup(e, patient, now),
        _ => Truth(Holds(e, patient, now)),
    };

    /// <summary>Stage and attributes of a patient, for messages.</summary>
    public string Describe(int patient)
    {
        if (patient < 0)
        {
            return "no patient";
        }

        ref var item = ref patients.Items[patient];
        var stage = item.Stage >= 0 ? Model.Stages[item.Stage].Name : "arrival";
        var values = Model.Attributes.Select((attribute, index) =>
            $"{attribute.Name} {ValueName(index, patients.Values[(patient * patients.Attributes) + index])}");
        return $"{Name(patient)} at {stage}; {string.Join(", ", values)}";
    }

    /// <summary>Which patient, for messages: the number in the stream. After a branch the stream may be one that the scenario has removed.</summary>
    public string Name(int patient)
    {
        ref var item = ref patients.Items[patient];
        return $"patient {item.Number} of {(item.Stream < Model.Streams.Length ? Model.Streams[item.Stream].Name : "a stream that the scenario removes")}";
    }

    /// <summary>Monday = 0.</summary>
    public int Weekday(int now) => (Model.Run.FirstWeekday + (now / SimTime.Day)) % 7;

    /// <summary>Most operands are attributes and constants.</summary>
    private double Operand(Expression e, int patient, int now) =>
        e.Kind == ExpressionKind.Constant ? e.Value
        : e.Kind == ExpressionKind.Attribute ? patients.Values[(patient * patients.Attributes) + e.Index]
        : Value(e, patient, now);

    private static int Until(int time, int at) => time == int.MaxValue ? int.MaxValue : time - at;

    private static double Truth(bool value) => value ? 1 : 0;

    private static double Share(in PoolState pool) => pool.Open == 0 ? 0 : pool.Occupied / (double)pool.Open;

    private double ClockTime(int clock, int patient, int now) =>
        (patients.Running[patient] >> clock & 1) == 0
            ? 0
            : Math.Max(0, now - patients.ClockStart[(patient * patients.Clocks) + clock]);

    private int KeyValue(in LookupKey key, int patient, int at) => key.Source switch
    {
        KeySource.Attribute => patients.Values[(patient * patients.Attributes) + key.Attribute],
        KeySource.Hour => at % SimTime.Day / SimTime.Hour,
        KeySource.Weekday => Weekday(at),
        KeySource.Month => Model.Run.FirstDay.AddDays(at / SimTime.Day).Month - 1,
        KeySource.Day => at / SimTime.Day,
        KeySource.Place => patients.Items[patient].PlaceTaken,
        _ => patients.Items[patient].Visit,
    };

    private string ValueName(int attribute, int value)
    {
        var values = Model.Attributes[attribute].Values;
        return value >= 0 && value < values.Length ? values[value] : values.Length > 0 ? "(not set)" : $"{value}";
    }

    private SimulationException NoValue(Lookup lookup, in LookupKey key, int patient)
    {
        var name = key.Source == KeySource.Attribute ? Model.Attributes[key.Attribute].Name : key.Source.ToString().ToLowerInvariant();
        return new SimulationException($"table {lookup.Name} is keyed by {name}, which is not set ({Describe(patient)})");
    }
}
