using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>A pool of a hospital that is gone through by hand.</summary>
/// <param name="Name">Pools are served in order of their names.</param>
/// <param name="Day">Units from 8:00 to 20:00.</param>
/// <param name="Night">Units by night.</param>
/// <param name="Turnaround">For how long what is let go is cleaned [s].</param>
/// <param name="TakesByDayOnly">Nobody is served by night.</param>
internal sealed record HandPool(string Name, int Day, int Night, int Turnaround, bool TakesByDayOnly)
{
    private const int Opens = 8 * Scene.Hour;
    private const int Shuts = 20 * Scene.Hour;

    /// <summary>When anything changes by the clock [s].</summary>
    public static IEnumerable<int> Changes { get; } =
        [.. Enumerable.Range(0, 20).SelectMany(day => new[] { (day * Scene.Day) + Opens, (day * Scene.Day) + Shuts })];

    public static bool IsDay(int time) => time % Scene.Day is >= Opens and < Shuts;

    public int Capacity(int time) => IsDay(time) ? Day : Night;

    public bool Takes(int time) => !TakesByDayOnly || IsDay(time);
}
