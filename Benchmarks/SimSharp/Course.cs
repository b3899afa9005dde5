namespace FlowSim.Benchmarks.SimSharp;

/// <summary>When each step of a patient of the bed-blocking model happened [s]; <see cref="NotYet"/> for what did not.</summary>
internal record struct Course
{
    public const int NotYet = -1;

    public Course(int arrivedAt) => ArrivedAt = arrivedAt;

    public int ArrivedAt { get; }

    public int WardFrom { get; set; } = NotYet;

    /// <summary>The stay in the ward is over; the bed may be kept.</summary>
    public int ReadyAt { get; set; } = NotYet;

    public int CommunityFrom { get; set; } = NotYet;

    public int LeftAt { get; set; } = NotYet;
}
