using System.Diagnostics.CodeAnalysis;
using FlowSim.Scenarios.Changes;

namespace FlowSim.Scenarios.Inputs;

/// <summary>One value of one input, as a change of the system that puts it there.</summary>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Operand">To what, or by what, with its unit.</param>
internal sealed record InputValue(string Verb, string Path, string Operand)
{
    private static readonly string[] Before = [InputRange.Scale, InputRange.Add];

    /// <summary>
    /// Verb and path as the head of a column: the path itself where values are set (<c>stages.ward.time.mean</c>), else with the verb before it
    /// (<c>scale:tables.stay.time.mean</c>).
    /// </summary>
    public string Name => NameOf(Verb, Path);

    public static string NameOf(string verb, string path) => verb == InputRange.Set ? path : $"{verb}:{path}";

    /// <summary>Reads the head of a column.</summary>
    public static bool TryParseName(string text, [NotNullWhen(true)] out string? verb, [NotNullWhen(true)] out string? path)
    {
        verb = Array.Find(Before, word => text.StartsWith(word + ":", StringComparison.Ordinal)) ?? InputRange.Set;
        path = verb == InputRange.Set ? text : text[(verb.Length + 1)..].Trim();
        return path.Length > 0 && ChangePath.TryParse(path, out _);
    }
}
