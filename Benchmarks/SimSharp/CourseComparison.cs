using System.Globalization;
using FlowSim.Benchmarks.Harness;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>Whether Sim# and our engine simulate the same patients to the second.</summary>
internal sealed class CourseComparison
{
    /// <summary>Both means are quotients of whole seconds; they may differ by the rounding of one or two operations.</summary>
    private const double RoundOff = 1e-14;

    private readonly List<string> differences = [];
    private readonly List<IReadOnlyList<string>> columns =
    [
        [
            "system", "seed", "patients", "waited for the ward", "waited for the unit", "left before the end", "arrived in one second with another",
            "arrived in one second with an ending",
            "most events pending in Sim#", "mean wait for the ward [min]: engine", "Sim#", "mean wait for the unit [min]: engine", "Sim#",
            "courses that differ",
        ],
    ];

    /// <summary>The first difference of each seed; empty if there is none.</summary>
    public IReadOnlyList<string> Differences => differences;

    public string Table()
    {
        var rows = Enumerable.Range(0, columns[0].Count).Select(row => columns.ConvertAll(column => column[row])).ToList();
        return TextTable.Of(rows[0], rows.Skip(1));
    }

    public void Compare(ComparedSystem system, int seed)
    {
        var engine = EngineRun.Of(system, seed);
        var processes = new BedBlockingProcesses(engine.Plans);
        var sample = processes.Run(system.Workload);
        var run = $"{system.Workload.Id}, seed {seed}";
        var differ = Enumerable.Range(0, engine.Courses.Count).Where(patient => engine.Courses[patient] != processes.Courses[patient]).ToList();
        columns.Add(Column(system, seed, engine, processes, sample, differ.Count));
        if (processes.Begun != engine.Courses.Count)
        {
            differences.Add($"{run}: {engine.Courses.Count} patients arrive in the engine, {processes.Begun} in Sim#");
        }

        if (differ.Count > 0)
        {
            differences.Add(
                $"{run}: patient {differ[0]} in order of arrival is, in the engine, {engine.Courses[differ[0]]}, in Sim# {processes.Courses[differ[0]]}");
        }

        differences.AddRange(engine.MeanWaits.Zip(sample.Measures).Where(pair => !IsEqual(pair.First, pair.Second))
            .Select(pair => FormattableString.Invariant($"{run}: a mean wait is {pair.First:R} min in the engine, {pair.Second:R} min in Sim#")));
    }

    public static bool IsEqual(double a, double b) => Math.Abs(a - b) <= RoundOff * Math.Max(a, b);

    private static IReadOnlyList<string> Column(ComparedSystem system, int seed, EngineRun engine, BedBlockingProcesses processes, Sample sample, int differ)
    {
        var courses = engine.Courses;
        var arrivals = courses.CountBy(course => course.ArrivedAt).ToDictionary();
        var endings = courses.SelectMany(course => new[] { course.ReadyAt, course.LeftAt }).ToHashSet();
        return
        [
            system.Workload.Id,
            Text(seed),
            Text(courses.Count),
            Text(courses.Count(course => course.WardFrom > course.ArrivedAt)),
            Text(courses.Count(course => course.CommunityFrom > course.ReadyAt)),
            Text(courses.Count(course => course.LeftAt != Course.NotYet)),
            Text(courses.Count(course => arrivals[course.ArrivedAt] > 1)),
            Text(courses.Count(course => endings.Contains(course.ArrivedAt))),
            Text(processes.MostPending),
            Text(engine.MeanWaits[0]),
            Text(sample.Measures[0]),
            Text(engine.MeanWaits[1]),
            Text(sample.Measures[1]),
            Text(differ),
        ];
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double minutes) => minutes.ToString("R", CultureInfo.InvariantCulture);
}
