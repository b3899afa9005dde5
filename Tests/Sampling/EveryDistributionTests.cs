using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Sampling;

/// <summary>
/// What holds of every distribution that the model language can write, whichever they are: each is tried as its example, of times and of numbers.
/// </summary>
public sealed class EveryDistributionTests
{
    private const double Factor = 2.5;

    private static readonly double[] Places = [1e-4, 0.02, 0.1, 0.3, 0.5, 0.77, 0.9, 0.99, 0.9999];

    private static IEnumerable<TestCaseData> Written() =>
        DistributionForm.All.SelectMany(form => (form.IsCount ? [false] : (bool[])[true, false])
            .Select(isTime => new TestCaseData(form, isTime).SetArgDisplayNames(DistributionText.Example(form, isTime))));

    private static IEnumerable<TestCaseData> OfNumbers() => Written().Where(data => data.Arguments[1] is false);

    private static IEnumerable<TestCaseData> OfNumbersWithRule() => OfNumbers().Where(data => ((DistributionForm)data.Arguments[0]!).Rule is not null);

    [TestCaseSource(nameof(Written))]
    public void It_is_printed_so_that_it_reads_back_the_same(DistributionForm form, bool isTime)
    {
        var spec = Read(form, isTime);
        var again = Read(spec.ToText(), isTime);
        Assert.That(again.ToText(), Is.EqualTo(spec.ToText()));
        Assert.That(again.Parameters, Is.EqualTo(spec.Parameters));
    }

    [TestCaseSource(nameof(Written))]
    public void Its_mean_is_that_of_its_values_integrated_and_drawn(DistributionForm form, bool isTime)
    {
        var law = Law(Read(form, isTime));
        Assert.That(Integration.Moment(law, 1), Is.EqualTo(law.Mean).Within(3e-5 * law.Mean));

        // Five standard errors: by chance once in two million tries, and the draws are always the same.
        const int Draws = 40_000;
        var drawn = Enumerable.Range(0, Draws).Average(draw => law.Quantile(Philox.Generate(11, (ulong)draw, 7).Uniform));
        Assert.That(drawn, Is.EqualTo(law.Mean).Within((5 * Integration.Sd(law) / Math.Sqrt(Draws)) + 1e-9));
    }

    [TestCaseSource(nameof(Written))]
    public void Its_values_never_fall_as_the_uniform_rises(DistributionForm form, bool isTime)
    {
        var law = Law(Read(form, isTime));
        Assert.That(Places.Select(law.Quantile), Is.Ordered);
    }

    [TestCaseSource(nameof(OfNumbers))]
    public void Its_values_are_distributed_as_an_independent_source_says(DistributionForm form, bool isTime)
    {
        var example = DistributionText.Example(form, isTime);
        Assert.That(DistributionReferences.Of, Does.ContainKey(example), "a distribution needs a reference: add its distribution function");
        var (law, probability) = (Law(Read(form, isTime)), DistributionReferences.Of[example]);
        foreach (var u in Places)
        {
            // Where values are counted, the function jumps at them: what lies just below is less likely than u, what lies just above is not.
            var value = law.Quantile(u);
            Assert.That(probability(value - (1e-9 * value)), Is.LessThan(u + (2e-4 * u * (1 - u)) + 1e-7), $"below {value} at {u}");
            Assert.That(probability(value + (1e-9 * value)), Is.GreaterThan(u - (2e-4 * u * (1 - u)) - 1e-7), $"above {value} at {u}");
        }
    }

    [TestCaseSource(nameof(Written))]
    public void Scaled_every_value_is_multiplied_bounds_and_all_and_a_count_is_not_scaled(DistributionForm form, bool isTime)
    {
        var spec = Bounded(Read(form, isTime), isTime);
        if (form.IsCount)
        {
            Assert.That(spec.Scaled(Factor), Is.Null);
            return;
        }

        var (law, scaled) = (Law(spec), Law(Read(spec.Scaled(Factor)!.ToText(), isTime)));
        foreach (var u in Places)
        {
            Assert.That(scaled.Quantile(u), Is.EqualTo(Factor * law.Quantile(u)).Within(1e-9 * Factor * law.Quantile(u)), $"u = {u}");
        }
    }

    [TestCaseSource(nameof(Written))]
    public void Bounds_move_what_lies_beyond_them_to_them(DistributionForm form, bool isTime)
    {
        var (law, spec) = (Law(Read(form, isTime)), Bounded(Read(form, isTime), isTime));
        var (least, most) = (spec.AtLeast!.Value.Value, spec.AtMost!.Value.Value);
        Assert.That(spec.ToText(), Does.Match("at least [^ ]+.* at most "));
        var clamped = Places.Select(u => Math.Clamp(law.Quantile(u), least, most));
        Assert.That(Places.Select(Law(Read(spec.ToText(), isTime)).Quantile), Is.EqualTo(clamped).Within(1e-9 * most));
    }

    [TestCaseSource(nameof(Written))]
    public void With_a_word_too_few_or_too_many_it_is_refused_and_the_message_gives_its_example(DistributionForm form, bool isTime)
    {
        var words = DistributionText.Example(form, isTime).Split(' ');
        foreach (var wrong in (string[])[form.Keyword, string.Join(' ', words[..^1]), string.Join(' ', words.Append("much"))])
        {
            Assert.That(Parse(wrong, isTime, out _, out var expected), Is.False, wrong);
            Assert.That(expected, Does.Contain($"\"{DistributionText.Example(form, isTime)}\""), wrong);
        }
    }

    [TestCaseSource(nameof(OfNumbers))]
    public void What_is_too_low_for_a_parameter_is_told_by_its_name(DistributionForm form, bool isTime)
    {
        foreach (var parameter in form.Parameters.Where(parameter => parameter.Limit != ParameterLimit.None))
        {
            var tooLow = Read(form, isTime).WithParameter(parameter.Name, parameter.Limit == ParameterLimit.Positive ? 0 : -1)!.ToText();
            Assert.That(Parse(tooLow, isTime, out _, out var expected), Is.False, tooLow);
            Assert.That(expected, Does.StartWith($"a {parameter.Name} "), tooLow);
        }
    }

    [TestCaseSource(nameof(OfNumbersWithRule))]
    public void What_does_not_hold_between_parameters_is_told(DistributionForm form, bool isTime)
    {
        var spec = Read(form, isTime);
        var values = spec.Parameters.Select(parameter => parameter.Value).Reverse();
        var reversed = spec with { Parameters = [.. spec.Parameters.Zip(values, (parameter, value) => parameter with { Value = value })] };
        Assert.That(Parse(reversed.ToText(), isTime, out _, out var expected), Is.False, reversed.ToText());
        Assert.That(expected, Is.EqualTo(form.Rule!.Expected));
    }

    private static Distribution Law(DistributionSpec spec) => spec.ToDistribution(DistributionReferences.Sample);

    private static DistributionSpec Bounded(DistributionSpec spec, bool isTime)
    {
        var law = Law(spec);
        var unit = isTime ? "h" : "";
        return spec with
        {
            AtLeast = new DistributionParameter("least", Math.Round(law.Quantile(0.3)), unit),
            AtMost = new DistributionParameter("most", Math.Round(law.Quantile(0.9)) + 1, unit),
        };
    }

    private static DistributionSpec Read(DistributionForm form, bool isTime) => Read(DistributionText.Example(form, isTime), isTime);

    private static DistributionSpec Read(string text, bool isTime)
    {
        Assert.That(Parse(text, isTime, out var spec, out var expected), Is.True, $"{text}: expected {expected}");
        return spec!;
    }

    private static bool Parse(string text, bool isTime, out DistributionSpec? spec, out string expected) =>
        isTime ? DistributionText.TryParse(text, out spec, out expected) : DistributionText.TryParseNumber(text, out spec, out expected);
}
