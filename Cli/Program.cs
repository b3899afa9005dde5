using System.Globalization;
using FlowSim.Cli;
using FlowSim.Cli.Running;

// Nothing that is written depends on the machine's language, even where a setting of the runtime would have it so.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
if (OperatingSystem.IsWindows())
{
    // A console there may have a page of letters without ± and £.
    Console.OutputEncoding = System.Text.Encoding.UTF8;
}

using var interruption = new Interruption();
return CommandLine.Run(args, Terminal.OfProcess(interruption.Token));

/// <summary>The program, which nobody else names.</summary>
internal sealed partial class Program;
