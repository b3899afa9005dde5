using FlowSim.Scenarios.Stays;

namespace FlowSim.Scenarios.Loading;

/// <summary>The stays of one kind of patient of an export, and the law made of them.</summary>
/// <param name="Table">The table of the description.</param>
/// <param name="Name">The values of its keys, such as <c>north, 65-84</c>; <c>all</c> of a table without keys, and for kinds with too few stays.</param>
/// <param name="Stays">As recorded.</param>
/// <param name="Fits">The law of each family, the one with the lowest AIC first; empty where the stays themselves are drawn.</param>
/// <param name="Chosen">That which is drawn from; null where the stays themselves are.</param>
public sealed record StaysGroup(string Table, string Name, IReadOnlyList<Stay> Stays, IReadOnlyList<StayFit> Fits, StayFit? Chosen)
{
    /// <summary>How many there are, and which law was chosen by what.</summary>
    public string Words => Chosen is null ? $"{Count}, each as likely"
        : $"{Count}; {Chosen.Text} by maximum likelihood; AIC {string.Join(", ", Fits.Select(fit => FormattableString.Invariant($"{fit.Family} {fit.Aic:F1}")))}";

    private string Count
    {
        get
        {
            var inBed = Stays.Count(stay => stay.Kind == StayKind.Over);
            return FormattableString.Invariant($"{Stays.Count} stays") + (inBed == 0 ? "" : FormattableString.Invariant($", {inBed} of them not over"));
        }
    }
}
