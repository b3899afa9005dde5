namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Which measures are kept; each is asked for once.</summary>
internal sealed class MeasureFilter(Func<string, bool> keep)
{
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);

    public bool Keeps(string measure)
    {
        if (!answers.TryGetValue(measure, out var kept))
        {
            answers[measure] = kept = keep(measure);
        }

        return kept;
    }
}
