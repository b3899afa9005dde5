namespace FlowSim.Scenarios.Loading.Text;

/// <summary>
/// Of what a part is written for each: a dimension, or two of them in a list, <c>each: [site, locality]</c>. Two are called <c>site@locality</c>, and a pair of
/// their instances <c>north@fen</c>, as in <c>bed@north@fen</c>.
/// </summary>
internal static class EachText
{
    public const char Joint = '@';

    /// <summary>True for the name of two dimensions, or of a pair of instances.</summary>
    public static bool IsPair(string name) => name.Contains(Joint, StringComparison.Ordinal);

    public static string Join(string first, string second) => $"{first}{Joint}{second}";
}
