using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Analytic;

/// <summary>The measured periods of several replications of a system.</summary>
internal sealed class Replications
{
    private readonly ReplicationResult[] results;

    private Replications(ReplicationResult[] results) => this.results = results;

    /// <summary>Runs replications 1 … <paramref name="count"/>, on all processors.</summary>
    public static Replications Of(SystemModel model, int count, ulong seed = Theory.FirstSeed)
    {
        var results = new ReplicationResult[count];
        var timeline = ModelText.Timeline(model);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
            results[index] = Replication.Start(timeline, seed, index + 1).Measure(model.Run.MeasureFrom, model.Run.End));
        return new Replications(results);
    }

    /// <summary>Runs replications of a system written in the model language.</summary>
    public static Replications Of(string yaml, int count, ulong seed = Theory.FirstSeed) => Of(ModelText.Compile(yaml), count, seed);

    /// <summary>One value a replication; missing is a failure, except for the rows of occupancy, of which numbers never seen have none.</summary>
    public double[] Values(string measure, string group = "", string place = "system") =>
        [.. results.Select(result => Value(result, measure, group, place))];

    /// <summary>As <see cref="Values"/>, 0 where a replication has no such row.</summary>
    public double[] ValuesOrZero(string measure, string group) =>
        [.. results.Select(result => result.Rows.Where(row => row.Measure == measure && row.Group == group).Select(row => row.Value).SingleOrDefault())];

    /// <summary>One value a day, one series a replication.</summary>
    public double[][] Days(string measure) =>
        [.. results.Select(result =>
            result.Timelines.Single(series => series.Measure == measure && !series.HoursOfWeek).Values.Select(value => (double)value).ToArray())];

    /// <summary>Mean of each hour of the week over all replications [168 values], one series a replication.</summary>
    public double[][] HoursOfWeek(string measure) =>
        [.. results.Select(result =>
            result.Timelines.Single(series => series.Measure == measure && series.HoursOfWeek).Values.Select(value => (double)value).ToArray())];

    private static double Value(ReplicationResult result, string measure, string group, string place)
    {
        var rows = result.Rows.Where(row => row.Measure == measure && row.Group == group && row.Place == place).ToList();
        Assert.That(rows, Has.Count.EqualTo(1), $"one row {measure} {group} {place}");
        return rows[0].Value;
    }
}
