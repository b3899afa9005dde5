using FlowSim.Scenarios.Fitting;
using FlowSim.Scenarios.Inputs;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>Something of a system that is moved: values between two ends, or some values one after the other.</summary>
public sealed class Factor
{
    private readonly IReadOnlyList<FreeInput> inputs;
    private readonly IReadOnlyList<string> stated;

    /// <param name="name">Its own: what is moved, as typed or as <c>assumptions</c> lists it.</param>
    /// <param name="title">The same in words.</param>
    /// <param name="inputs">What is moved, from where to where; several are moved together.</param>
    internal Factor(string name, string title, IReadOnlyList<FreeInput> inputs)
    {
        (Name, Title, this.inputs, stated) = (name, title, inputs, []);
        Places = [];
    }

    /// <param name="name">Its own.</param>
    /// <param name="title">In words.</param>
    /// <param name="input">What is moved; its ends are the first and the last value.</param>
    /// <param name="values">Values, in their order.</param>
    internal Factor(string name, string title, FreeInput input, IReadOnlyList<string> values)
    {
        (Name, Title, inputs, stated) = (name, title, [input], values);
        Places = [.. values.Select((_, index) => values.Count == 1 ? 0 : (double)index / (values.Count - 1))];
    }

    /// <summary>What is moved: a path, with <c>*</c> or <c>+</c> behind it where it is multiplied or added to.</summary>
    public string Name { get; }

    /// <summary>The same in words.</summary>
    public string Title { get; }

    /// <summary>Places at which a grid looks, as said; empty: nothing is said [0 to 1].</summary>
    public IReadOnlyList<double> Places { get; init; }

    /// <summary>True where only some values are taken.</summary>
    public bool IsDiscrete => stated.Count > 0;

    /// <summary>The low end, as a reader sees it.</summary>
    public string Low => inputs[0].Range.LowText;

    /// <summary>The high end, as a reader sees it.</summary>
    public string High => inputs[0].Range.HighText;

    /// <summary>A value in a sentence: <c>54</c>, <c>× 0.9</c>, <c>+ 4</c>.</summary>
    public string Said(string operand) => Name.EndsWith('*') ? $"× {operand}" : Name.EndsWith('+') ? $"+ {operand}" : operand;

    /// <summary>To what, or by what.</summary>
    /// <param name="place">0 at the low end, 1 at the high end; of some values each has an equal share of the way.</param>
    public string OperandAt(double place) => Nearest(place) ?? inputs[0].At(place);

    /// <summary>As changes of the system.</summary>
    /// <param name="place">0 at the low end, 1 at the high end.</param>
    internal IEnumerable<InputValue> At(double place) =>
        inputs.SelectMany(input => input.Paths.Select(path => new InputValue(input.Range.Verb, path.Text, Nearest(place) ?? input.At(place))));

    /// <summary>As changes of the system that put it at a value of one's own.</summary>
    internal IEnumerable<InputValue> At(string operand) =>
        inputs.SelectMany(input => input.Paths.Select(path => new InputValue(input.Range.Verb, path.Text, operand)));

    private string? Nearest(double place) => stated.Count == 0 ? null : stated[Math.Clamp((int)(place * stated.Count), 0, stated.Count - 1)];
}
