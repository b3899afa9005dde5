namespace FlowSim.Cli.Running;

/// <summary>What the process returns; scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>An exception nobody expected.</summary>
    public const int OurDefect = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The system's files are wrong.</summary>
    public const int InvalidInput = 3;

    /// <summary>A run cannot go on.</summary>
    public const int CannotGoOn = 4;

    /// <summary>Files cannot be read or written.</summary>
    public const int Files = 5;

    /// <summary>Stopped by the user.</summary>
    public const int Interrupted = 130;
}
