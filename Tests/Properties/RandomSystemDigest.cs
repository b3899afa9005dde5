using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Tests.Properties;

/// <summary>
/// All that a random system does, as one number, so that two versions of the engine can be told to do the same: every step, row, flow and series.
/// </summary>
internal sealed class RandomSystemDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="yaml">The system.</param>
    /// <param name="files">Its other files, each with its text.</param>
    public RandomSystemDigest(string yaml, IEnumerable<(string Name, string Text)> files) =>
        System = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml + string.Concat(files.Select(file => $"\n{file.Name}\n{file.Text}")))));

    /// <summary>Of the system's texts: another generator makes another system of the same number.</summary>
    public string System { get; }

    public void Add(TraceEntry step) => Add(string.Create(CultureInfo.InvariantCulture,
        $"{(int)step.Step},{step.Stream},{step.Number},{step.Stage},{step.Time},{step.Exit}\n"));

    public void Add(ReplicationResult result)
    {
        foreach (var row in result.Rows)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{row.Period},{row.Measure},{row.Place},{row.Group},{row.Unit},{row.Value:R}\n"));
        }

        foreach (var flow in result.Flows)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{flow.Period},{flow.From},{flow.To},{flow.Place},{flow.PerDay:R}\n"));
        }

        foreach (var series in result.Timelines)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{series.Measure}\n"));
            foreach (var value in series.Values)
            {
                Add(string.Create(CultureInfo.InvariantCulture, $"{value:R},"));
            }
        }

        Add(string.Create(CultureInfo.InvariantCulture, $"\n{result.Events}\n"));
    }

    public void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    /// <summary>What has been added so far.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
