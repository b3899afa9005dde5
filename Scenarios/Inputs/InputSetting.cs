using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>Puts inputs at values.</summary>
internal static class InputSetting
{
    /// <summary>
    /// A copy of a system with inputs at these values, as if they had been written so: the baseline too, and its spin-up, run with them. Null with problems
    /// said if one cannot be put there.
    /// </summary>
    /// <param name="files">The system, which stays as it is.</param>
    /// <param name="values">Made one after the other.</param>
    /// <param name="where">Where the values stand, for problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SystemFiles? Put(SystemFiles files, IEnumerable<InputValue> values, SourceLocation where, ProblemList problems)
    {
        var copy = SystemCopy.Of(files);
        var maker = new ChangeMaker(copy, null, problems);
        var made = true;
        foreach (var value in values)
        {
            made &= maker.Make(new ScenarioChange
            {
                Scenario = "",
                Verb = Enum.Parse<ChangeVerb>(value.Verb, ignoreCase: true),
                Path = value.Path,
                Where = where,
                Label = value.Name,
                Value = new ScalarNode(value.Operand, where, quoted: true),
            });
        }

        return made ? copy : null;
    }
}
