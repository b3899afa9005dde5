using System.Text;

namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>The same hospital in the model language.</summary>
internal static class HandText
{
    /// <param name="pools">All that are used.</param>
    /// <param name="patients">Everybody who comes.</param>
    /// <param name="days">How long the run lasts [d].</param>
    /// <param name="idle">Pools that nobody asks for, in the order of names between those that are used.</param>
    public static string Of(IReadOnlyList<HandPool> pools, IReadOnlyList<HandPatient> patients, int days, int idle = 0)
    {
        var text = new StringBuilder($"run: {{ starts: Mon 00:00, lasts: {days} d, warm_up: 0 h, begin: empty }}\n");
        text.Append("calendars: { days: { open: daily 08:00-20:00 } }\nexits: [gone]\npools:\n");
        foreach (var pool in pools)
        {
            text.Append($"  {pool.Name}: {{ kind: spaces, capacity: {{ calendar: days, inside: {pool.Day}, outside: {pool.Night} }}");
            text.Append(pool.EmptiesAtClose && pool.Night == 0 ? ", at_close: empty" : "");
            text.Append(pool.Turnaround > 0 ? $", turnaround: {pool.Turnaround} s" : "").Append(pool.TakesByDayOnly ? ", takes: days }\n" : " }\n");
        }

        for (var index = 0; index < idle; index++)
        {
            text.Append($"  {pools[index % pools.Count].Name}-{index}: {{ kind: spaces, capacity: 1 }}\n");
        }

        text.Append("stages:\n");
        for (var index = 0; index < patients.Count; index++)
        {
            for (var at = 0; at < patients[index].Stages.Count; at++)
            {
                var next = at + 1 == patients[index].Stages.Count ? "leave" : $"p{index}-{at + 1}";
                text.Append($"  p{index}-{at}: {{ {Stage(patients[index].Stages[at], pools)}, then: {next} }}\n");
            }
        }

        text.Append("streams:\n");
        for (var index = 0; index < patients.Count; index++)
        {
            text.Append($"  p{index}: {{ to: p{index}-0, schedule: {{ every: 300 d, first: {patients[index].Comes} s }} }}\n");
        }

        foreach (var (pool, index) in pools.SelectMany(pool => pool.Closures.Select((_, index) => (pool, index))))
        {
            var (at, amount, length) = pool.Closures[index];
            text.Append($"  {pool.Name}-{index}: {{ closes: {{ pool: {pool.Name}, amount: {amount}, time: {length} s }}, ");
            text.Append($"schedule: {{ every: 300 d, first: {at} s }} }}\n");
        }

        return text.ToString();
    }

    private static string Stage(HandStage stage, IReadOnlyList<HandPool> pools)
    {
        var rises = stage is { RisesAfter: < HandStage.Never, Rank: > 1 } ? $", \"1 after {stage.RisesAfter} s\"" : "";
        List<string> parts = [$"place: {Choices(stage.Place, pools, "")}", $"time: {stage.Length} s", $"priority: [ \"{stage.Rank}\"{rises} ]"];
        if (stage.Staff.Count > 0)
        {
            parts.Add($"staff: {Choices(stage.Staff, pools, stage.StaffFor < stage.Length ? $" for {stage.StaffFor} s" : "")}");
        }

        if (stage.MovesBack > 0 && stage.Place.Count > 1)
        {
            parts.Add($"moves_back: {{ priority: {stage.MovesBack}{(stage.MovesByDayOnly ? ", during: days" : "")} }}");
        }

        List<string> reasons = [];
        if (stage.Patience < HandStage.Never)
        {
            reasons.Add($"{{ after: {stage.Patience} s, to: gone }}");
        }

        if (stage.Queue < HandStage.Never)
        {
            reasons.Add($"{{ queue: {stage.Queue}, to: gone }}");
        }

        if (reasons.Count > 0)
        {
            parts.Add($"gives_up: [ {string.Join(", ", reasons)} ]");
        }

        return string.Join(", ", parts);
    }

    private static string Choices(IReadOnlyList<HandChoice> choices, IReadOnlyList<HandPool> pools, string end) =>
        $"[ {string.Join(", ", choices.Select(choice => $"\"{Choice(choice, pools)}{end}\""))} ]";

    private static string Choice(HandChoice choice, IReadOnlyList<HandPool> pools) =>
        $"{(choice.Amount == 1 ? "" : $"{choice.Amount} of ")}{pools[choice.Pool].Name}{(choice.After == 0 ? "" : $" after {choice.After} s")}";
}
