using System.Globalization;
using FlowSim.Cli;

// Nothing that is written depends on the machine's language, even where a setting of the runtime would have it so.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption();
return CommandLine.Run(args, Terminal.OfProcess(interruption.Token));
