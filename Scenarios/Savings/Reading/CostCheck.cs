using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>
/// Nothing is priced twice on one basis: neither an item, nor a quantity beyond the whole of it, nor a pool or stage that another price covers.
/// </summary>
internal static class CostCheck
{
    public static void Check(IReadOnlyList<UnitCost> costs, ProblemList problems)
    {
        foreach (var ledger in costs.GroupBy(cost => (cost.Basis, cost.IsTransfer)))
        {
            CheckItems(ledger, problems);
            CheckShares(ledger, problems);
        }

        foreach (var basis in costs.Where(cost => !cost.IsTransfer).GroupBy(cost => cost.Basis))
        {
            CheckCovers(basis, problems);
            if (basis.Key != Basis.Opportunity)
            {
                CheckUses(basis, problems);
            }
        }
    }

    /// <summary>An item may stand several times only where different partners bear or receive it.</summary>
    private static void CheckItems(IEnumerable<UnitCost> costs, ProblemList problems)
    {
        foreach (var same in costs.GroupBy(cost => (cost.Item, Key(cost.Partner), Key(cost.Counterparty))).Where(same => same.Count() > 1))
        {
            problems.Error(same.ElementAt(1).Where, "costs.item", $"one cost of {same.Key.Item} on the basis {same.First().Basis}", same.Key.Item,
                $"It is also at {same.First().Where}.");
        }
    }

    /// <summary>The parts of one quantity that are priced make no more than the whole; what one thing saves of another is negative and none of them.</summary>
    private static void CheckShares(IEnumerable<UnitCost> costs, ProblemList problems)
    {
        foreach (var same in costs.Where(cost => cost.Factor > 0).GroupBy(cost => (cost.Quantity.Measure, cost.Quantity.Group, cost.Item)))
        {
            var sum = 0m;
            if (same.FirstOrDefault(cost => (sum += cost.Factor) > 1) is { } over && same.Count() > 1)
            {
                problems.Error(over.Where, "costs.factor", $"parts of {over.Item} that make no more than 1", FormattableString.Invariant($"{sum}"),
                    $"The first is at {same.First().Where}.");
            }
        }

        foreach (var same in costs.Where(cost => cost.Factor > 0).GroupBy(cost => (cost.Quantity.Measure, cost.Quantity.Group)))
        {
            var items = same.GroupBy(cost => cost.Item).ToList();
            if (items.Count > 1 && !same.First().IsTransfer)
            {
                problems.Error(items[1].First().Where, "costs.counts", $"one cost of {same.First().Quantity.Written} on the basis {same.First().Basis}",
                    items[1].Key, $"{items[0].Key} at {items[0].First().Where} prices it already. Add the two up, or count something else.");
            }
        }
    }

    /// <summary>
    /// The use of a pool is priced once on a basis, whatever counts it: <c>use of POOL</c>, or a measure of the same. At average value it is covered, which is
    /// checked for all.
    /// </summary>
    private static void CheckUses(IEnumerable<UnitCost> costs, ProblemList problems)
    {
        var used = new Dictionary<string, UnitCost>(StringComparer.Ordinal);
        foreach (var cost in costs.Where(cost => cost.Factor > 0))
        {
            // The same words twice have been told.
            foreach (var pool in cost.Uses.Where(pool => !used.TryAdd(pool, cost) && used[pool].Quantity.Written != cost.Quantity.Written))
            {
                problems.Error(cost.Where, "costs.counts", $"what no other price on the basis {cost.Basis} counts", cost.Quantity.Written,
                    $"{used[pool].Item} at {used[pool].Where} prices the use of {pool} already.");
            }
        }
    }

    private static void CheckCovers(IEnumerable<UnitCost> costs, ProblemList problems)
    {
        var covered = new Dictionary<string, UnitCost>(StringComparer.Ordinal);
        foreach (var cost in costs)
        {
            // Of one item each row is of another partner's part.
            foreach (var part in cost.Covers.Where(part => !covered.TryAdd(part, cost) && covered[part].Item != cost.Item))
            {
                problems.Error(cost.Where, "costs.covers", $"what no other price on the basis {cost.Basis} covers", part,
                    $"{covered[part].Item} at {covered[part].Where} has it in its price.");
            }
        }
    }

    private static string Key(PartnerRule? rule) => rule is null ? "" : rule.Partner ?? string.Join(',', rule.ByPlace.Values);
}
