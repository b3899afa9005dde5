namespace FlowSim.Scenarios.Recorded;

/// <summary>What a cell is to have in a month, and the factor of its streams by which it has it.</summary>
internal sealed class ArrivalsTarget
{
    /// <summary>A smaller change of the factor says too little about what one more patient of a stream adds.</summary>
    private const double Telling = 0.05;

    private double described;

    /// <param name="figure">The figure of which it is a part.</param>
    /// <param name="recorded">Attendances [patients].</param>
    /// <param name="expected">Patients of the streams as described [patients].</param>
    public ArrivalsTarget(RecordedFigure figure, double recorded, double expected)
    {
        Figure = figure;
        Recorded = recorded;
        Expected = expected;
    }

    public RecordedFigure Figure { get; }

    public double Recorded { get; }

    /// <summary>Patients of the streams as described.</summary>
    public double Expected { get; }

    /// <summary>Attendances that one more patient of the streams adds: not all are seen there, and some come back.</summary>
    public double Yield { get; private set; } = 1;

    public double Factor { get; private set; } = 1;

    /// <summary>Attendances that would be left if nobody came by the streams.</summary>
    public double WithoutStreams { get; private set; }

    /// <summary>The first factor, from the system as described.</summary>
    public void Begin(MonthTotals totals, RecordedCell cell, DateOnly month)
    {
        var mean = totals[cell, month];
        Yield = Expected > 0 && mean > 0 && mean < Expected ? mean / Expected : 1;
        described = totals.Of(cell, month, Expected, Yield);
        Factor = Corrected(1, described);
    }

    /// <summary>The second, from what the first gave.</summary>
    public void Correct(MonthTotals totals, RecordedCell cell, DateOnly month)
    {
        var used = Math.Max(0, Factor);
        var given = totals.Of(cell, month, Expected * used, Yield);
        var slope = (given - described) / (Expected * (used - 1));
        if (Math.Abs(used - 1) > Telling && slope > Yield / 2 && slope < Yield * 2)
        {
            Yield = slope;
        }

        Factor = Corrected(used, given);
        WithoutStreams = given - (Expected * Yield * used);
    }

    private double Corrected(double from, double given) =>
        given == Recorded || Expected == 0 ? from : from + ((Recorded - given) / (Expected * Yield));
}
