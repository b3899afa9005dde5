using System.Globalization;
using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Overloads;

/// <summary>An overload in words: which queue grows, how fast, how much capacity is missing; or where patients gather without a queue.</summary>
internal sealed class OverloadText
{
    private const int MostNamed = 3;

    /// <summary>Stages are named beside queues when they take up at least this share of the growth.</summary>
    private const double ShareOfStages = 0.25;

    private readonly SystemModel model;
    private readonly Shortage shortage;

    private OverloadText(SystemModel model, Shortage shortage)
    {
        this.model = model;
        this.shortage = shortage;
    }

    /// <summary>Several lines, the worst queue first.</summary>
    public static string Of(SystemModel model, Shortage shortage) => string.Join("\n  ", new OverloadText(model, shortage).Lines());

    private List<string> Lines()
    {
        var queues = shortage.Queues().GroupBy(queue => (queue.ShortPool, queue.IsCircle)).ToList();
        var stages = shortage.Stages();
        if (queues.Count > 0 && stages.Sum(stage => stage.PerDay) < ShareOfStages * shortage.PerDay)
        {
            stages = [];
        }

        return
        [
            Format($"overloaded: more than {model.Run.PatientLimit} patients are present, {Rate(shortage.PerDay)} more each day"),
            .. queues.Take(MostNamed).Select(same => Describe([.. same])),
            .. More(queues.Count, "causes of growing queues"),
            .. stages.Take(MostNamed).Select(Describe),
            .. More(stages.Count, "stages"),
            Advice(queues.Count > 0, stages.Count > 0),
        ];
    }

    private static string Advice(bool queues, bool stages) =>
        queues ? "Add capacity, lower the demand, or let patients give up (gives_up)"
        : stages ? "Check how long these stages take and where they lead (time, then), lower the demand, or raise patient_limit in run: if so many are meant"
        : "No queue and no stage grows by itself: lower the demand, or raise patient_limit in run: if so many are meant";

    private static IEnumerable<string> More(int count, string what) => count > MostNamed ? [Format($"and {count - MostNamed} more {what}")] : [];

    private string Describe(GrowingStage stage) =>
        Format($"patients gather in {model.Stages[stage.Stage].Name}, where nobody waits: {Rate(stage.PerDay)} more a day begin it than end it ({shortage.Latest.InStage[stage.Stage]} are in it)");

    /// <summary>Queues that one pool holds up.</summary>
    private string Describe(IReadOnlyList<GrowingQueue> queues)
    {
        var names = string.Join(", ", queues.Take(MostNamed).Select(queue => model.Pools[queue.Pool].Name))
            + (queues.Count > MostNamed ? Format($" and {queues.Count - MostNamed} more") : "");
        var perDay = Rate(queues.Sum(queue => queue.PerDay));
        var waiting = queues.Sum(queue => shortage.Latest.WaitingFor[queue.Pool]);
        var head = queues.Count > 1 ? $"queues for {names} grow by {perDay} a day together" : $"queue for {names} grows by {perDay} a day";
        var chain = queues[0].Chain;
        var reasons = chain.Select((pool, index) =>
            string.Join(", ", (string[])[.. HeldUp(chain, index), .. Need(pool, queues, isLast: index == chain.Count - 1, index > 0 ? " there" : "")]));
        return Format($"{head}: {string.Join("; ", reasons.Where(reason => reason.Length > 0))} ({waiting} wait{Detail(chain[^1])})");
    }

    private IEnumerable<string> HeldUp(IReadOnlyList<int> chain, int index)
    {
        if (index > 0)
        {
            var pool = model.Pools[chain[index - 1]];
            yield return Format(
                $"{100 * shortage.HeldUp(chain[index - 1]):0} % of the {UnitWord.Many(pool.Kind)} in use of {pool.Name} are held by patients who wait, most for {model.Pools[chain[index]].Name}");
        }
    }

    private IEnumerable<string> Need(int pool, IReadOnlyList<GrowingQueue> queues, bool isLast, string there)
    {
        var missing = shortage.Missing(pool, queues);
        if (queues[0].IsCircle)
        {
            if (isLast)
            {
                yield return "and they wait for each other: nobody moves";
            }
        }
        else if (double.IsNaN(shortage.Open(pool)))
        {
            yield return $"{model.Pools[pool].Name} is unlimited, but takes nobody outside its hours";
        }
        else if (missing > 0 || isLast)
        {
            var units = UnitWord.Of(model.Pools[pool].Kind, Math.Max(1, missing));
            yield return double.IsNaN(missing)
                ? $"how many more {units} are needed{there} cannot be told, since none has come free yet"
                : Format($"about {Math.Max(1, missing)} more {units} needed{there}{When(pool)}");
        }
    }

    private string Detail(int pool)
    {
        var (kind, open) = (model.Pools[pool].Kind, shortage.Open(pool));
        return double.IsNaN(open)
            ? ""
            : Format(
                $"; of {open:0.#} {UnitWord.Of(kind, open)} {Rate(shortage.ReturnedPerDay(pool))} a day {(kind == PoolKind.Slots ? "are used" : "come free")}");
    }

    private string When(int pool) =>
        model.Pools[pool].Kind == PoolKind.Slots
            ? " at each renewal"
            : Array.Exists(model.Pools[pool].Capacity.Patterns, pattern => pattern.Values.Contains(0)) ? " while it is open"
            : "";

    private static string Rate(double perDay) => perDay.ToString(Math.Abs(perDay) >= 0.1 ? "0.#" : "0.###", CultureInfo.InvariantCulture);

    private static string Format(FormattableString text) => FormattableString.Invariant(text);
}
