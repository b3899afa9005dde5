using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using static FlowSim.Scenarios.Checklist.ChecklistBlock;

namespace FlowSim.Scenarios.Checklist;

/// <summary>Sections 4 to 6 of the checklist: how it is run, by what, and where that is.</summary>
internal static class RunItems
{
    public static IEnumerable<ChecklistItem> Of(DescribedSystem system)
    {
        var run = system.Description.Run;
        yield return new ChecklistItem("4", "Experimentation", []);
        yield return new ChecklistItem("4.1", "Initialisation", [.. Initialisation(system, run)]);
        yield return new ChecklistItem("4.2", "Run length", [new Paragraph(RunLength(run))]);
        yield return new ChecklistItem("4.3", "Estimation approach", [.. Estimation(system, run)]);
        yield return new ChecklistItem("5", "Implementation", []);
        yield return new ChecklistItem("5.1", "Software or programming language", [new Paragraph(
            "FlowSim, a discrete-event simulator of patient flow written in C# for .NET 10. Version and commit of a run stand in its `manifest.json` and at the foot of its report.")]);
        yield return new ChecklistItem("5.2", "Random sampling", [.. Sampling()]);
        yield return new ChecklistItem("5.3", "Model execution", [new Paragraph(
            "Event-driven: time goes from event to event, in whole seconds. Events of one second are carried out by kind and, within a kind, in the order in which they were scheduled (law, section 14). Replications run side by side on several processors; the results do not depend on how many.")]);
        yield return new ChecklistItem("5.4", "System specification", [new Missing(
            "The description does not know the machine. The time that a run took, its events and its memory stand in the `manifest.json` of its results; add processor and operating system.")]);
        yield return new ChecklistItem("6", "Code access", []);
        yield return new ChecklistItem("6.1", "Computer model sharing statement", [new Missing(
            "FlowSim is free software under the MIT licence, and the whole model is the folder of text files that this document was made from. Say here where both can be had: the address of the program, its version, and the address of the system's folder; `manifest.json` has the hash (SHA-256) of each input file.")]);
    }

    private static IEnumerable<ChecklistBlock> Initialisation(DescribedSystem system, RunDescription run)
    {
        yield return new Paragraph((run.BeginsEmpty ? "A run begins with nobody in the system" : "A run begins with the patients described below")
            + (run.Branch is { } branch
                ? $", on {run.Starts?.Text ?? "Mon 00:00"}. Until {branch}, the spin-up, every replication runs once, under the baseline; the scenarios then branch from the same state, so that nothing before that day differs between them."
                : run.WarmUp is { } warmUp
                    ? $". A warm-up of {warmUp} is not measured."
                    : ". There is no warm-up: what is measured begins with the run.")
            + (run.Branch is not null || run.WarmUp is not null
                ? " Whether that was long enough is judged by every run from the change of its measures over the last two years before, where there are two, and said in the report."
                : ""));
        var present = system.Description.Stages.SelectMany(stage => stage.StartsWith.Select(census => (Stage: stage, Census: census))).ToList();
        if (present.Count > 0)
        {
            var phrases = new Phrases(system);
            yield return new Grid("Patients present at the start", ["Stage", "With the attributes of", "In the stage", "Waiting for it", "Further attributes"],
                [.. present.Select(one => (IReadOnlyList<string>)[
                    DescribedSystem.Heading(system.Words.Step(one.Stage.Name.Text)), StreamOf(system, one.Census.Stream.Text),
                    one.Census.InPlace is { } inPlace ? phrases.Amount(inPlace) : "", one.Census.Waiting is { } waiting ? phrases.Amount(waiting) : "",
                    phrases.Sets(one.Census.Sets)])]);
        }
    }

    /// <summary>A stream; of a single place where it names one.</summary>
    private static string StreamOf(DescribedSystem system, string written) => written.Split('@') is [var name, var at] && !system.Dimensions.ContainsKey(at)
        ? $"{system.Words.Step(name)} at {system.Words.Place(at)}"
        : system.Words.Step(written.Split('@')[0]);

    private static string RunLength(RunDescription run)
    {
        var start = run.Starts?.Text ?? "Mon 00:00";
        var measured = run.Branch is { } branch
            ? $"The run starts on {start}. Measured: {run.Lasts}, from {branch} on."
            : run.WarmUp is { } warmUp
                ? $"The run starts on {start}. Measured: {run.Lasts}, after the warm-up of {warmUp}."
                : $"Measured: {run.Lasts}, from {start} on.";
        return measured + " The time unit of the model is the second; results are in the units of their measures.";
    }

    private static IEnumerable<ChecklistBlock> Estimation(DescribedSystem system, RunDescription run)
    {
        yield return new Paragraph(FormattableString.Invariant(
            $"{DescribedSystem.Count(run.Replications, "independent replication")} of every scenario, unless the command line says otherwise. A measure is worked out for each replication (a rate as a sum divided by a sum); reported are the mean over replications and its 95 % interval by Student's t."));
        if (system.Facts.Scenarios.Count > 0)
        {
            yield return new Paragraph(
                "Scenario and baseline have common random numbers: in each replication the same patients with the same random numbers. Differences are paired by replication, with a 95 % t-interval of their mean. Intervals hold chance alone; each stands by itself, without a correction for their number.");
        }
    }

    private static IEnumerable<ChecklistBlock> Sampling()
    {
        yield return new Paragraph(FormattableString.Invariant(
            $"Philox 4x32-10 (Salmon et al. 2011), a counter-based generator. A random number is not the next of a sequence but a function of the seed ({ExperimentPlan.DefaultSeed} unless another is given), the replication, the stream, the number of the patient in it, the stage, the purpose and the visit, so that a change to one part of the system leaves the numbers of all others as they were. Distributions are sampled by inversion, one uniform number a value; lengths of time are rounded to the second."));
        yield return new Paragraph(
            "Arrivals of a rate that varies are thinned from a fixed field of candidates, so that more demand adds patients and moves none. The rules are section 21 of the law (docs/law.md).");
    }
}
