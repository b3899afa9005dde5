using FlowSim.Scenarios.Fitting;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Fitting;

public sealed class EmulatorTests
{
    private const int Inputs = 5;

    [Test]
    public void A_surface_of_second_degree_is_found_almost_exactly_between_its_points()
    {
        var places = Places("design", 120);
        var emulator = Emulator.Fit(places, Array.ConvertAll(places, Surface));
        Assert.That(Places("other", 50).Select(place => emulator.At(place) - Surface(place)), Is.All.EqualTo(0).Within(0.02), "of values that spread over 20");
    }

    [Test]
    public void Its_variance_is_that_of_chance_where_nothing_else_is_left()
    {
        var places = Places("design", 400);
        var values = Enumerable.Range(0, places.Length).Select(point => Surface(places[point]) + Noise(point)).ToArray();

        // A uniform number from -1 to 1 has variance 1/3; of 400 the sample variance has a standard error of 4 %.
        Assert.That(Emulator.Fit(places, values).Variance, Is.EqualTo(1.0 / 3).Within(0.06));
    }

    [Test]
    public void Terms_that_say_nothing_are_left_out()
    {
        var places = Places("design", 30);
        var emulator = Emulator.Fit(places, [.. Enumerable.Range(0, places.Length).Select(Noise)]);

        // With all 20 terms fitted to 30 values without a pattern, values between the points would be further off than the values themselves, which have a
        // standard deviation of 0.58.
        Assert.That(Math.Sqrt(Places("other", 50).Average(place => Math.Pow(emulator.At(place), 2))), Is.LessThan(0.3));
    }

    [Test]
    public void One_value_is_all_that_is_known_where_all_are_the_same() =>
        Assert.That(Emulator.Fit(Places("design", 20), [.. Enumerable.Repeat(7.0, 20)]).At(Places("other", 1)[0]), Is.EqualTo(7).Within(1e-9));

    /// <summary>Not ruled out is what is within 0.5 × 0.01^(1/4) of the middle of each of the first four ranges: 1 % of them.</summary>
    [TestCase(0.01)]
    [TestCase(0.0001)]
    public void Points_of_a_small_part_of_the_ranges_are_found_with_its_size(double share)
    {
        var half = 0.5 * Math.Pow(share, 0.25);
        var found = Candidates.Of(place => 3 * place.Take(4).Max(one => Math.Abs(one - 0.5)) / half, Inputs, 5, 2, 100);
        Assert.That(found.ArePlausible);
        Assert.That(found.Places, Has.Count.GreaterThan(100));
        Assert.That(found.Places.Max(place => place.Take(4).Max(one => Math.Abs(one - 0.5))), Is.LessThan(half + 0.0005));
        Assert.That(found.Share, Is.EqualTo(share).Within(25).Percent);
        Assert.That(found.Places.Max(place => place[4]) - found.Places.Min(place => place[4]), Is.GreaterThan(0.95), "what does not matter keeps its range");
    }

    [Test]
    public void Where_everything_is_ruled_out_the_least_implausible_are_given()
    {
        var found = Candidates.Of(place => 10 + Math.Abs(place[0] - 0.3), Inputs, 5, 2, 50);
        Assert.That((found.ArePlausible, found.Share), Is.EqualTo((false, 0.0)));
        Assert.That(found.Places.Select(place => place[0]), Is.All.EqualTo(0.3).Within(0.01));
    }

    /// <summary>Ten points of a line, furthest from each other out of 40 at equal steps: none is nearer to its neighbour than three steps.</summary>
    [Test]
    public void Points_are_taken_far_from_each_other()
    {
        double[] taken = [.. SpreadOut.Of([.. Enumerable.Range(0, 40).Select(step => new[] { step / 39.0 })], 10).Select(place => place[0]).Order()];
        Assert.That(taken, Has.Length.EqualTo(10));
        Assert.That(taken.Skip(1).Zip(taken, (next, one) => next - one), Is.All.GreaterThan(1.9 / 39));
        Assert.That((taken[0], taken[^1]), Is.EqualTo((0.0, 1.0)));
    }

    private static double Surface(double[] place) =>
        3 + (8 * place[0]) - (5 * place[1]) + (6 * place[2] * place[2]) - (4 * place[0] * place[3]);

    private static double Noise(int point) => (2 * KeyedUniform.Of(1, "noise", point, 0)) - 1;

    private static double[][] Places(string name, int count) =>
        [.. Enumerable.Range(0, count).Select(point => Enumerable.Range(0, Inputs).Select(input => KeyedUniform.Of(3, name, point, input)).ToArray())];
}
