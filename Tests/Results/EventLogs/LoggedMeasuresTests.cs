using System.Globalization;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Results.EventLogs;

/// <summary>Measures worked out from the file alone, by the definitions of docs/event-log.md, are those of the results.</summary>
public sealed class LoggedMeasuresTests
{
    private const double Close = 1e-9;
    private const double Minute = 60;
    private const double Day = 86400;
    private static readonly DateTime Start = new(2024, 4, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime End = Start.AddDays(61);
    private static readonly string[] Places = ["east", "west"];

    [TestCase("starts: 2024-04-01, warm_up: 0 d")]
    [TestCase("starts: 2024-02-21, warm_up: 40 d")]
    public void Waits_counts_and_occupancy_follow_from_the_log(string run)
    {
        // The measured time begins on 1 April either way.
        using var hospital = new HospitalLog(run);
        var log = hospital.File("log.csv");
        Run(hospital, "--trace", log, "--trace-replications", "1-2");
        var all = HospitalLog.Read(log);
        for (var replication = 1; replication <= 2; replication++)
        {
            var rows = all.FindAll(row => row["replication"] == replication.ToString(CultureInfo.InvariantCulture));
            foreach (var place in Places)
            {
                foreach (var stage in new[] { "ed", "ward" })
                {
                    var starts = rows.FindAll(row => row["activity"] == stage && row["lifecycle"] == "start" && row["place"] == place);
                    var waits = starts.ConvertAll(row => (Time(row["timestamp"]) - Time(row["since"])).TotalSeconds);
                    Assert.That(waits.Max(), Is.Positive, "somebody waits");
                    Same("wait_mean", stage, waits.Average() / Minute);
                    Same("wait_median", stage, Quantile(waits, 0.5) / Minute);
                    Same("wait_p90", stage, Quantile(waits, 0.9) / Minute);
                    Same("wait_p95", stage, Quantile(waits, 0.95) / Minute);
                    Same("gave_up", stage, rows.Count(row => row["activity"] == stage && row["lifecycle"] == "withdraw" && row["place"] == place));
                    foreach (var month in new[] { "2024-04", "2024-05" })
                    {
                        var started = starts.Count(row => row["timestamp"].StartsWith(month, StringComparison.Ordinal));
                        Assert.That(hospital.Value(replication, month, "starts_" + stage, place, ""), Is.EqualTo(started), $"{stage} {month}");
                    }
                }

                foreach (var pool in new[] { "bed", "doctor" })
                {
                    Same("occupied", pool, Occupied(rows, $"{pool}@{place}"));
                }

                void Same(string measure, string group, double value) =>
                    Assert.That(hospital.Value(replication, "2024/25", measure, place, group), Is.EqualTo(value).Within(Close), $"{measure} {group} {place}");
            }
        }
    }

    [Test]
    public void Lengths_of_stay_and_the_share_within_four_hours_follow_from_the_log()
    {
        using var hospital = new HospitalLog();
        var log = hospital.File("log.csv");
        Run(hospital, "--trace", log);
        var journeys = HospitalLog.Read(log).GroupBy(row => row["case"]).ToList();
        foreach (var place in Places)
        {
            // The clock of the department stops when a bed is taken, or on the way out.
            var visits = (from journey in journeys
                          let first = journey.First()
                          let end = journey.FirstOrDefault(row => (row["activity"] == "ward" && row["lifecycle"] == "start") || row["lifecycle"] == "leave")
                          where first["place"] == place && end is not null
                          select (Time(end["timestamp"]) - Time(first["timestamp"])).TotalHours).ToList();
            Assert.That(hospital.Value(1, "2024/25", "four_hour_rate", place, ""),
                Is.EqualTo(100.0 * visits.Count(hours => hours <= 4) / visits.Count).Within(Close));
            var stays = (from journey in journeys
                         let begin = journey.FirstOrDefault(row => row["activity"] == "ward" && row["lifecycle"] == "start")
                         let end = journey.FirstOrDefault(row => row["lifecycle"] == "leave")
                         where begin is not null && end is not null && begin["place"] == place
                         select (Time(end["timestamp"]) - Time(begin["timestamp"])).TotalSeconds).ToList();
            Assert.That(hospital.Value(1, "2024/25", "length_of_stay", place, ""), Is.EqualTo(stays.Average() / Day).Within(Close));
        }
    }

    private static void Run(HospitalLog hospital, params string[] more)
    {
        var typed = hospital.Run(["--distributions", "--months", .. more]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Type 7 of Hyndman and Fan.</summary>
    private static double Quantile(List<double> values, double p)
    {
        var sorted = values.Order().ToList();
        var at = (sorted.Count - 1) * p;
        var below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>Units in use, averaged over time: of each patient from each row to the next, and to the end, what the row says is held.</summary>
    private static double Occupied(List<Dictionary<string, string>> rows, string pool)
    {
        var seconds = 0.0;
        foreach (var journey in rows.GroupBy(row => row["case"]))
        {
            var steps = journey.ToList();
            for (var index = 0; index < steps.Count; index++)
            {
                var until = index + 1 < steps.Count ? Time(steps[index + 1]["timestamp"]) : End;
                seconds += Amount(steps[index]["holds"], pool) * (until - Time(steps[index]["timestamp"])).TotalSeconds;
            }
        }

        return seconds / (End - Start).TotalSeconds;
    }

    private static int Amount(string holds, string pool) => holds.Split(" + ").Sum(part => part == pool ? 1
        : part.StartsWith(pool + " ", StringComparison.Ordinal) ? int.Parse(part[(pool.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture)
        : 0);
}
