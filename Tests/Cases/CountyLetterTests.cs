using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cases;

/// <summary>One letter too many or too few in the county is not run.</summary>
public sealed class CountyLetterTests
{
    [TestCase("parts/emergency-department.yaml", "    clock: ed", "    clock: edd", "edd")]
    [TestCase("rosters/ed-nurses.csv", "hhct,", "hht,", "hht")]
    [TestCase("parts/ambulance.yaml", "      site: ", "      sie: ", "sie")]
    public void One_letter_in_a_name_of_the_county_is_refused_at_its_line(string file, string right, string wrong, string named)
    {
        using var folder = new TemporaryFolder();
        var copied = TypedCommand.Run("new", folder["county"], "--from", "cambridgeshire-peterborough");
        Assert.That(copied.Exit, Is.EqualTo(ExitCode.Done), copied.Error);
        var changed = folder["county/" + file];
        var lines = File.ReadAllLines(changed);
        var line = Array.FindIndex(lines, text => text.StartsWith(right, StringComparison.Ordinal));
        Assert.That(line, Is.Not.Negative);
        lines[line] = lines[line].Replace(right, wrong, StringComparison.Ordinal);
        File.WriteAllLines(changed, lines);
        var typed = TypedCommand.Run("check", folder["county"]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Out, Does.Contain(named).And.Contain($"{Path.GetFileName(file)}:{line + 1}"));
    }
}
