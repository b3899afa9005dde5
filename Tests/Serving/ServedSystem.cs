using System.Text;
using FlowSim.Cli;
using FlowSim.Cli.Running;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Serving;

/// <summary><c>flowsim serve</c> while a test looks at it.</summary>
internal sealed class ServedSystem : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource interrupt = new();
    private readonly TemporaryFolder folder = new();
    private readonly SharedText output = new();
    private readonly Task<int> command;

    /// <param name="yaml">The system.</param>
    /// <param name="costs">Prices of what is used; empty: none.</param>
    /// <param name="options">Of the command.</param>
    public ServedSystem(string yaml, string costs, params string[] options)
    {
        File.WriteAllText(System, yaml);
        if (costs.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder.Path, "costs.csv"), costs);
        }

        var terminal = new Terminal { Out = output, Error = Errors, CacheFolder = null, Interrupt = interrupt.Token };
        command = Task.Run(() => CommandLine.Run(["serve", "--system", System, .. options], terminal));
        for (var waited = TimeSpan.Zero; Opened is null && waited < Patience && !command.IsCompleted; waited += TimeSpan.FromMilliseconds(20))
        {
            Thread.Sleep(20);
        }

        Address = Opened ?? throw new InvalidOperationException($"It did not begin: {Errors}");
    }

    public string System => Path.Combine(folder.Path, "town.yaml");

    public string Address { get; } = null!;

    public SharedText Errors { get; } = new();

    private string? Opened => output.ToString().Split('\n').FirstOrDefault(line => line.StartsWith("Open ", StringComparison.Ordinal))?["Open ".Length..].Trim();

    /// <summary>Ends it as Ctrl+C does; the exit code.</summary>
    public int End()
    {
        interrupt.Cancel();
        return command.Wait(Patience) ? command.Result : throw new TimeoutException("It did not end");
    }

    public void Dispose()
    {
        End();
        interrupt.Dispose();
        folder.Dispose();
    }

    /// <summary>A text that is written in one thread and read in another.</summary>
    internal sealed class SharedText : TextWriter
    {
        private readonly StringBuilder text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (text)
            {
                text.Append(value);
            }
        }

        public override string ToString()
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }
}
