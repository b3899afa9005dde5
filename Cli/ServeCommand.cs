using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Serving;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Web;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary><c>flowsim serve</c>: the local page on which levers are moved.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const int DefaultFirstDays = 56;
    private const int DefaultMost = 20;

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Opens a page for a room with a projector: numbers of the system to be moved, and beside them the answer, which is there within seconds and sharpens while one watches. It prints the address to open in a browser of this machine and runs until Ctrl+C, which ends it with exit code 130 as it does every command. Nothing can be reached from another machine, and nothing leaves this one.",
            "What is moved is a change in a scenario, as a command reads it: scenarios can be named, set beside each other, saved as files and opened. Each page has its own; a step can be undone. The page says which command gives the same numbers.",
            "After a step there is a first estimate of one replication of --first days, then replications of a year (--years, --days) as they come in, with intervals from the second on, then draws of what is not known, up to --replications. The next step ends what runs, and so does leaving the page.",
            "'One possible day' on the page plays a day of the first replication of the open scenario: the network with each patient as a dot that moves from box to box, queues that grow red, who waits for what and since when. It is not a forecast, and any measured day can be chosen. Its steps are those of 'run --trace'.",
            "'levers:' in the system's file says which numbers are shown first; the others are found by words.",
        ],
        Examples =
        [
            ("flowsim serve", "the county"),
            ("flowsim serve --system two-wards --port 8080", "a small system, at an address that stays"),
            ("flowsim serve --system my-county --years 2 --replications 40", "longer, and more closely"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var system = SystemOption.Create();
        var port = WholeNumberOption.Create("--port", "N", "Port of this machine. Default: one that is free.", 1, 65_535);
        var years = WholeNumberOption.Create("--years", "N", "Measured time of the answers in years. Default: 1.", 1, 20);
        var days = WholeNumberOption.Create("--days", "N", "Measured time in days, in place of years.", 1, 20 * 365);
        var first = WholeNumberOption.Create("--first", "N", $"Measured time of the first estimate in days; 0: none is made. Default: {DefaultFirstDays}.", 0, 3_650);
        var most = WholeNumberOption.Create("--replications", "N", $"Replications after which the answer is left. Default: {DefaultMost}.", 1, ExperimentPlan.MostReplications);
        var threads = WholeNumberOption.Create("--threads", "N", "Replications run at the same time, of all pages together. Default: one for each processor.", 1, 1_024);
        var fresh = new Option<bool>("--no-cache") { Description = "Run every spin-up, and keep none for later commands." };
        var command = new Command(Name, "open a page on which numbers are moved and their effect is watched") { system, port, years, days, first, most, threads, fresh };
        days.Validators.Add(result =>
        {
            if (result.GetResult(years) is { Implicit: false })
            {
                result.AddError($"{years.Name} and {days.Name} exclude each other");
            }
        });
        command.SetAction(result => Run(terminal, new ServeSettings
        {
            System = result.GetValue(system)!,
            Port = result.GetValue(port) ?? 0,
            Years = result.GetValue(days) is null ? result.GetValue(years) ?? 1 : null,
            Days = result.GetValue(days),
            FirstDays = result.GetValue(first) ?? DefaultFirstDays,
            Most = result.GetValue(most) ?? DefaultMost,
            Seed = ExperimentPlan.DefaultSeed,
            Threads = result.GetValue(threads) ?? Environment.ProcessorCount,
            UsesKeptSpinUps = !result.GetValue(fresh),
        }));
        return command;
    }

    private static int Run(Terminal terminal, ServeSettings settings)
    {
        var system = LoadedSystem.Read(settings.System, terminal, quiet: false);
        var workshop = new Workshop(terminal, settings, system);

        // What is wrong with the system is told here and not on every page.
        workshop.Plan([], isFirst: false);
        return Serve(terminal, workshop).GetAwaiter().GetResult();
    }

    private static async Task<int> Serve(Terminal terminal, Workshop workshop)
    {
        await using var server = await LocalServer.Start(workshop).ConfigureAwait(false);
        terminal.Out.WriteLine($"Open {server.Address}");
        terminal.Error.WriteLine("Ctrl+C ends it. The address is for this machine alone; who has it can move its numbers.");
        try
        {
            await Task.Delay(Timeout.Infinite, terminal.Interrupt).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("ended");
        }

        return ExitCode.Interrupted;
    }
}
