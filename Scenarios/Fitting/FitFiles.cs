using System.Globalization;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Fitting;

/// <summary>Writes what a fit found: its members, and the system with the central one in it and the others around it.</summary>
public sealed class FitFiles
{
    public const string Members = "members.csv";
    public const string SystemName = "system";

    /// <summary>Digits of a factor that is one of the central member's value.</summary>
    private const int Digits = 7;

    private readonly FitSystem system;
    private readonly FitSettings settings;
    private readonly FitFolder folder;

    public FitFiles(FitSystem system, FitSettings settings, FitFolder folder)
    {
        this.system = system;
        this.settings = settings;
        this.folder = folder;
    }

    /// <summary>What an earlier call has found is taken away: this one found nothing.</summary>
    public void Clear()
    {
        folder.Remove(SystemName);
        folder.Delete(Members);
    }

    /// <summary>Writes the files; false with problems said where the system that is written is not the one that was run.</summary>
    public bool Write(FitOutcome outcome, ProblemList problems)
    {
        Clear();
        folder.Replace(Members, MembersOf(outcome));
        var central = new CentralSystem(system);
        if (central.FilesAt(outcome.MemberRuns[0].Places, problems) is not { } written)
        {
            return false;
        }

        InputFile[] files = [.. written, new InputFile(SystemFolder.CalibratedSet, SetOf(outcome))];
        foreach (var file in files.Concat(SystemReader.FilesBeside(system.Files.Name)))
        {
            folder.Replace(Path.Combine(SystemName, file.Name), file.Bytes);
        }

        var own = new ProblemList { Sources = SourceFiles.OfFolder(folder.PathOf(SystemName)) };
        var isRead = central.Read(files, own) is { } read && CalibratedSetReader.Of(read, own) is not null && IsWhatWasRun(read, outcome, own);
        problems.AddErrorsOf(own);
        return isRead;
    }

    /// <summary>Reads and runs what was written as the point was run: the figures must be the same to the last digit.</summary>
    private bool IsWhatWasRun(SystemFiles read, FitOutcome outcome, ProblemList problems)
    {
        var central = outcome.MemberRuns[0] with { Replications = 1 };
        var runner = new PointRunner(system, settings.Seed, settings.Cancel);
        var (told, run) = (runner.Run(read, central, 1, problems), runner.Run(central, 1));
        if (told is null || told.Means.SequenceEqual(run.Means))
        {
            return told is not null;
        }

        var off = Enumerable.Range(0, run.Means.Length).First(target => !run.Means[target].Equals(told.Means[target]));
        problems.Error(new SourceLocation(SystemFolder.MainFile, 0, 0), system.Targets[off].Name,
            FormattableString.Invariant($"{run.Means[off]}, as the central member gave it"),
            FormattableString.Invariant($"{told.Means[off]} from what is written"), "Please report it: the files do not say what was run.");
        return false;
    }

    private byte[] MembersOf(FitOutcome outcome)
    {
        using var bytes = new MemoryStream();
        string[] heads = [.. system.Inputs.Select(input => input.Name), .. system.Targets.Select(target => target.Name)];
        using (var rows = new CsvRows(bytes, ["member", "central", "wave", "point", "replications", .. heads, "implausibility"]))
        {
            for (var index = 0; index < outcome.MemberRuns.Count; index++)
            {
                var member = outcome.MemberRuns[index];
                rows.Cell("", index + 1);
                rows.Cell("", index == 0);
                rows.Cell("", member.Wave);
                rows.Cell("", member.Number);
                rows.Cell("", member.Replications);
                system.Inputs.Zip(member.Places).ToList().ForEach(one => rows.Cell("", one.First.At(one.Second)));
                Array.ForEach(member.Means, mean => rows.Cell("", mean));
                rows.Cell("", outcome.Implausibilities(member).Max());
                rows.EndRow();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The members as changes of the system that the central one is written into.</summary>
    private byte[] SetOf(FitOutcome outcome)
    {
        using var bytes = new MemoryStream();
        var central = outcome.MemberRuns[0];
        using (var rows = new CsvRows(bytes, ["member", "central", .. system.Inputs.SelectMany(input => input.Heads), "implausibility"]))
        {
            for (var index = 0; index < outcome.MemberRuns.Count; index++)
            {
                var member = outcome.MemberRuns[index];
                rows.Cell("", index + 1);
                rows.Cell("", index == 0);
                for (var input = 0; input < system.Inputs.Count; input++)
                {
                    var free = system.Inputs[input];
                    var operand = Beside(free, free.At(member.Places[input]), free.At(central.Places[input]));
                    free.Heads.ToList().ForEach(_ => rows.Cell("", operand));
                }

                rows.Cell("", outcome.Implausibilities(member).Max().ToString("G4", CultureInfo.InvariantCulture));
                rows.EndRow();
            }
        }

        return bytes.ToArray();
    }

    private static string Beside(FreeInput input, string operand, string central) => input.Range.Verb switch
    {
        InputRange.Scale => CentralSystem.Ratio(operand, central, Digits),
        InputRange.Add => CentralSystem.Less(operand, central),
        _ => operand,
    };
}
