using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>
/// Reads what is counted: <c>use of POOL</c> and <c>open of POOL</c>, unit-days in use and open; or the id of a measure that counts patients or days, with
/// <c>of GROUP</c> where it has groups.
/// </summary>
internal sealed class QuantityReader
{
    public const string Expected = "use of POOL, open of POOL, wards of GROUP, or a measure (MEASURE, MEASURE of GROUP) that counts patients, beds or days";
    private const string Of = " of ";
    private const double SecondsInDay = 86_400;

    private static readonly (string Word, string Measure)[] OfPools = [("use", "occupied"), ("open", "open")];

    /// <summary>Words for a length of time at the end of a unit, and how many there are in a day.</summary>
    private static readonly (string Word, double InDay)[] Lengths = [("hour", 24), ("day", 1), ("week", 1 / 7.0), ("year", 1 / 365.25)];

    private readonly SystemModel model;
    private readonly WardSettings? wards;

    public QuantityReader(SystemModel model, WardSettings? wards)
    {
        this.model = model;
        this.wards = wards;
    }

    /// <summary>What was read.</summary>
    /// <param name="Quantity">What is counted.</param>
    /// <param name="Pool">The pool, where one is counted.</param>
    /// <param name="Dimension">The dimension by whose instances it is reported; null: for the whole system alone.</param>
    public sealed record Counted(CountedQuantity Quantity, string? Pool, Dimension? Dimension)
    {
        /// <summary>Pools all of whose use it counts, whatever it is called.</summary>
        public IReadOnlyList<string> Uses { get; init; } = [];
    }

    /// <summary>The quantity; null where it is none, with what may help.</summary>
    /// <param name="text">The cell <c>counts</c>.</param>
    /// <param name="unit">The cell <c>unit</c>: the length of time at its end is that of the price.</param>
    /// <param name="hint">Advice; may be empty.</param>
    public Counted? Read(string text, string unit, out string hint)
    {
        var (subject, of) = text.Split(Of, 2) is [var first, var second] ? (first.Trim(), second.Trim()) : (text, "");
        if (subject == Wards.Word && of.Length > 0)
        {
            return OfWards(text, of, out hint);
        }

        var measure = Array.Find(OfPools, pool => pool.Word == subject).Measure;
        return measure is not null && of.Length > 0 ? OfPool(text, measure, of, unit, out hint) : OfMeasure(text, subject, of, unit, out hint);
    }

    private Counted? OfWards(string text, string group, out string hint)
    {
        hint = wards is null ? "Say which beds stand in wards: prices: { wards: { of: GROUP } }."
            : wards.Group != group ? $"prices.wards is of {wards.Group}." : "";
        var pool = Array.Find(model.Pools, one => one.Group == group && one.Instance >= 0);
        return hint.Length > 0 ? null
            : new Counted(new CountedQuantity(text, Wards.Word, group, CountedAs.Sum, 1), null, pool is null ? null : model.Dimensions[pool.EachDimension]);
    }

    private Counted? OfPool(string text, string measure, string pool, string unit, out string hint)
    {
        if (Array.Find(model.Pools, one => one.Template == pool) is not { } found)
        {
            hint = Nearest.Hint(pool, model.Pools.Select(one => one.Template));
            return null;
        }

        return InDays(unit, out hint) is { } scale
            ? new Counted(new CountedQuantity(text, measure, pool, CountedAs.OverTime, scale), pool,
                found.Instance < 0 ? null : model.Dimensions[found.EachDimension])
            { Uses = measure == OfPools[0].Measure ? [pool] : [] }
            : null;
    }

    private Counted? OfMeasure(string text, string id, string group, string unit, out string hint)
    {
        if (Array.Find(model.Measures.Measures, one => one.Id == id) is not { } measure)
        {
            hint = Nearest.Hint(id, model.Measures.Measures.Select(one => one.Id));
            return null;
        }

        var quantity = model.Measures.Quantities[measure.Numerator];
        var groups = QuantityGroups.Of(model, quantity).Select(one => one.Label).ToList();
        if (!groups.Contains(group))
        {
            hint = groups.Count == 1 ? $"{id} has no groups." : $"{id} has {string.Join(", ", groups.Skip(1))}. {Nearest.Hint(group, groups)}".TrimEnd();
            return null;
        }

        var scale = ScaleOf(measure, quantity.Kind, unit, out var countedAs, out hint);
        return scale is { } known
            ? new Counted(new CountedQuantity(text, id, group, countedAs, known), null, quantity.By < 0 ? null : model.Dimensions[quantity.By])
            { Uses = UsesOf(quantity) }
            : null;
    }

    private string[] UsesOf(Quantity quantity) => quantity.Kind is QuantityKind.OccupiedTime or QuantityKind.CensusOccupied && quantity.Where is null
        ? [.. quantity.Pools.Select(pool => model.Pools[pool].Template).Distinct()] : [];

    /// <summary>Units of the price in one of the measure's value, a day where it lasts; null where none can be priced.</summary>
    private double? ScaleOf(MeasureModel measure, QuantityKind kind, string unit, out CountedAs countedAs, out string hint)
    {
        countedAs = CountedAs.OverTime;
        hint = $"{measure.Id} is a share or a length ({measure.Unit}): no number of it can be priced.";
        if (measure.Form != MeasureForm.Ratio || measure.Unit.StartsWith('%') || kind is QuantityKind.VisitTime or QuantityKind.WaitTime
            or QuantityKind.EndedWaitTime or QuantityKind.ServiceTime)
        {
            return null;
        }

        switch (model.Measures.Quantities[measure.Denominator].Kind)
        {
            case QuantityKind.Censuses:
            case QuantityKind.Time when kind is QuantityKind.OccupiedTime or QuantityKind.OpenTime or QuantityKind.DelayedTime:
                return InDays(unit, out hint);
            case QuantityKind.Time:
                hint = "";
                return SecondsInDay / measure.Factor;
            case QuantityKind.One when kind is QuantityKind.OccupiedTime or QuantityKind.OpenTime or QuantityKind.DelayedTime:
                countedAs = CountedAs.Sum;
                return InDays(unit, out hint) / (measure.Factor * SecondsInDay);
            case QuantityKind.One:
                (countedAs, hint) = (CountedAs.Sum, "");
                return 1;
            default:
                return null;
        }
    }

    private static double? InDays(string unit, out string hint)
    {
        var length = Array.Find(Lengths, length => unit.EndsWith(length.Word, StringComparison.Ordinal));
        hint = length.Word is null ? $"What is counted lasts: the unit ends in {string.Join(", ", Lengths.Select(one => one.Word))}, such as bed-day." : "";
        return length.Word is null ? null : length.InDay;
    }
}
