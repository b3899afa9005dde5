using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary>What a batch runs: a comparison, or the baseline by itself.</summary>
internal sealed class AskedBatch
{
    private readonly Terminal terminal;
    private readonly AskedSystem asked;

    /// <exception cref="CommandFailure">There is no such system or scenario; problems have been printed.</exception>
    public AskedBatch(Terminal terminal, (ExperimentSettings Settings, string[] Scenarios, SetChanges? Set) typed, string commandLine, bool brief = true)
    {
        this.terminal = terminal;
        Settings = typed.Settings;
        asked = AskedSystem.Of(LoadedSystem.Read(Settings.System, terminal, Settings.Quiet), typed.Scenarios, typed.Set, terminal, Settings.Quiet);
        Scenarios = asked.Ids is [ExperimentPlan.BaselineId] ? [ExperimentPlan.BaselineId] : [ExperimentPlan.BaselineId, .. CompareCommand.Chosen(asked)];
        Session = new ExperimentSession(terminal, Settings, asked.System, commandLine) { Named = asked.Inputs, BriefNotes = brief };
    }

    public ExperimentSettings Settings { get; }

    public ExperimentSession Session { get; }

    /// <summary>Ids, the baseline first.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>The system in words.</summary>
    public string Title => asked.System.Title.Length > 0 ? asked.System.Title : asked.System.Id;

    public void Print(AnswerSettings shown, FinishedExperiment finished)
    {
        if (Scenarios.Count == 1)
        {
            RunCommand.Print(terminal, Settings, shown, finished);
        }
        else
        {
            CompareCommand.Print(terminal, Settings, shown, finished);
        }
    }
}
