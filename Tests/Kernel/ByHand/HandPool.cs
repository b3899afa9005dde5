using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>A pool of a hospital that is gone through by hand.</summary>
/// <param name="Name">Pools are served in order of their names.</param>
/// <param name="Day">Units from 8:00 to 20:00.</param>
/// <param name="Night">Units by night.</param>
/// <param name="Turnaround">For how long what is let go is cleaned [s].</param>
/// <param name="TakesByDayOnly">Nobody is served by night.</param>
/// <param name="EmptiesAtClose">Where it is shut by night: those who wait at 20:00 are served first.</param>
/// <param name="Closures">When how many units are closed, and for how long [s].</param>
internal sealed record HandPool(
    string Name, int Day, int Night, int Turnaround, bool TakesByDayOnly, bool EmptiesAtClose, IReadOnlyList<(int At, int Amount, int Length)> Closures)
{
    private const int Opens = 8 * Scene.Hour;
    private const int Shuts = 20 * Scene.Hour;

    /// <summary>When anything changes by the clock [s].</summary>
    public IEnumerable<int> Changes => Hours.Concat(Closures.SelectMany(closure => new[] { closure.At, closure.At + closure.Length }));

    private static IEnumerable<int> Hours { get; } =
        [.. Enumerable.Range(0, 20).SelectMany(day => new[] { (day * Scene.Day) + Opens, (day * Scene.Day) + Shuts })];

    public static bool IsDay(int time) => time % Scene.Day is >= Opens and < Shuts;

    /// <summary>The second in which it is shut, with people waiting perhaps.</summary>
    public bool Empties(int time) => EmptiesAtClose && Night == 0 && time % Scene.Day == Shuts && Takes(time);

    /// <summary>Units open.</summary>
    /// <param name="time">When [s].</param>
    /// <param name="keptOpen">Units kept open for those who wait [units].</param>
    public int Capacity(int time, int keptOpen) => Math.Max(0, Math.Max(IsDay(time) ? Day : Night, keptOpen)
        - Closures.Where(closure => time >= closure.At && time < closure.At + closure.Length).Sum(closure => closure.Amount));

    public bool Takes(int time) => !TakesByDayOnly || IsDay(time);
}
