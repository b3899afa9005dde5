namespace FlowSim.Tests.Analytic;

/// <summary>A number that theory gives exactly, and how replications estimate it.</summary>
/// <param name="Quantity">What it is, with its unit.</param>
/// <param name="Exact">The exact answer, as printed in its table.</param>
/// <param name="Values">One value a replication.</param>
/// <param name="HalfWidthAtMost">Widest half interval that counts as narrow, as a part of the exact answer [0–1].</param>
internal sealed record ExactValue(string Quantity, double Exact, Func<Replications, double[]> Values, double HalfWidthAtMost = 0.05)
{
    /// <summary>
    /// For events so rare that no affordable run counts enough of them: if the exact answer is no greater than this, the estimate must not be greater either,
    /// and nothing more is claimed. 0 where every answer is estimated.
    /// </summary>
    public double Resolution { get; init; }

    /// <summary>A half interval up to this is narrow as well, however small the exact answer.</summary>
    public double OrAtMost { get; init; }

    /// <summary>Too rare to be estimated; see <see cref="Resolution"/>.</summary>
    public bool IsRare => Resolution > 0 && Exact <= Resolution;

    /// <summary>Row of the page's table if it is not the system's name.</summary>
    public string? Row { get; init; }

    /// <summary>Column of the page's table if it is not the quantity.</summary>
    public string? Column { get; init; }

    /// <summary>What the first replications say and, where theory lies outside their interval, what independent second ones say.</summary>
    public Check On(Replications first, Lazy<Replications> second)
    {
        var values = Values(first);
        var check = new Check(this, Estimate.Of(values, Theory.FirstLevel), null, values.Length);
        return check.IsOutside ? check with { Second = Estimate.Of(Values(second.Value), Theory.SecondLevel) } : check;
    }
}
