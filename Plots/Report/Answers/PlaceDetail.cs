namespace FlowSim.Plots.Report.Answers;

/// <summary>Where a difference is large and where it is small, if that is more than chance.</summary>
internal static class PlaceDetail
{
    private const int MostNamed = 3;

    /// <summary><c>: most at Wisbech (16.6 [16.3–16.8]), …</c>; empty where places do not differ.</summary>
    /// <param name="whole">The difference of the whole system.</param>
    /// <param name="parts">The same measure by place.</param>
    public static string Of(Finding whole, IReadOnlyList<Finding> parts)
    {
        var known = parts.Where(part => part.Verdict is not (Verdict.Undefined or Verdict.NoInterval)).ToList();
        var same = known.Where(part => part.Verdict == whole.Verdict).OrderByDescending(part => Math.Abs(part.Difference.Mean)).ToList();
        if (same.Count == 0 || !known.Exists(part => part.IsApartFrom(same[0])))
        {
            return "";
        }

        List<string> said = [$"most at {Named(same[0])}"];
        if (same.Count > 1 && same[^1].IsApartFrom(same[0]))
        {
            said.Add($"least at {Named(same[^1])}");
        }

        said.AddRange(known.Where(part => part.IsBeyondChance && part.Verdict != whole.Verdict).Take(MostNamed).Select(Against));
        var others = known.Where(part => !part.IsBeyondChance).Select(part => part.Place).ToList();
        if (others.Count > 0)
        {
            said.Add($"not beyond chance at {Clauses.List(Short(others))}");
        }

        return ": " + string.Join(", ", said);
    }

    private static string Against(Finding part) => $"but it {(part.Verdict == Verdict.Rises ? "rises" : "falls")} at {Named(part)}";

    private static string Named(Finding part) => $"{part.Place} ({Clauses.Amount(part)})";

    private static List<string> Short(List<string> names) =>
        names.Count <= MostNamed ? names : [.. names.Take(MostNamed - 1), FormattableString.Invariant($"{names.Count - MostNamed + 1} other places")];
}
