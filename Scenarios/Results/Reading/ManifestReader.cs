using System.Text.Json;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads manifest.json.</summary>
internal static class ManifestReader
{
    // Far more than any run: ten thousand years.
    private const double MostDays = 3_652_500;

    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path as the user knows it.</param>
    /// <param name="folder">The folder it lies in.</param>
    /// <exception cref="ResultFolderException">It is not FlowSim's, or a run has not finished writing the folder.</exception>
    /// <exception cref="ResultContentException">It is damaged.</exception>
    public static RunFacts Read(byte[] bytes, string file, string folder)
    {
        DemandOurs(bytes, file, folder);
        var run = JsonShape.Read<RunFacts>(bytes, file);
        if (run.BeingWritten)
        {
            throw new ResultFolderException(
                $"{folder} holds no finished results: a run is putting its files in place, or was stopped while it did. "
                + $"Wait for it, or run again: {run.Command}");
        }

        Demand(file, run);
        return run;
    }

    private static void DemandOurs(byte[] bytes, string file, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (ManifestFile.IsOurs(document.RootElement))
            {
                return;
            }
        }
        catch (JsonException failure)
        {
            throw ContentProblem.NoJson(file, failure);
        }

        throw new ResultFolderException(
            $"{folder} holds no results of FlowSim: its {ManifestFile.Name} is another program's. "
            + "Name a folder that 'flowsim compare' or 'flowsim run' has written");
    }

    /// <summary>Demands what holds of a run beyond the kind of each value.</summary>
    private static void Demand(string file, RunFacts run)
    {
        var twice = run.Scenarios.CountBy(id => id).FirstOrDefault(entry => entry.Value > 1).Key;
        (bool Holds, string Where, string Expected, string Found)[] rules =
        [
            (run.Scenarios.Count > 0, "scenarios", "at least one scenario", "none"),
            (twice is null, "scenarios", "each scenario once", $"{twice} more than once"),
            IsDate("measured_from", run.MeasuredFrom),
            IsDate("measured_to", run.MeasuredTo),
            IsLength("days", run.Days),
            IsLength("warm_up_days", run.WarmUpDays),
        ];
        if (Array.Find(rules, rule => !rule.Holds) is { Where: not null } broken)
        {
            throw ContentProblem.At(file, 0, broken.Where, broken.Expected, broken.Found);
        }
    }

    private static (bool Holds, string Where, string Expected, string Found) IsDate(string where, string text) =>
        (text.Length == 0 || (ResultDate.TryRead(text, out var day) && day > DateOnly.MinValue), where, "a date, such as 2017-04-01, or an empty text", text);

    private static (bool Holds, string Where, string Expected, string Found) IsLength(string where, double days) =>
        (days is >= 0 and <= MostDays, where, FormattableString.Invariant($"a number from 0 to {MostDays:0}"), FormattableString.Invariant($"{days}"));
}
