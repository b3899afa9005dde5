using System.Text.RegularExpressions;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A condition on a group is that on the sum over its pools, written out: random systems give the same steps and rows with either.</summary>
[Category("Properties")]
public sealed class GroupsInConditionsTests
{
    [Test]
    public void A_group_is_the_sum_of_its_pools()
    {
        var (compared, changed) = (0, 0);
        for (var seed = 1; seed <= 150; seed++)
        {
            var (yaml, files) = RandomSystem.Of(seed);
            if (!Regex.IsMatch(yaml, @"(waiting|free)\(wards(@north)?\)"))
            {
                continue;
            }

            var model = ModelText.Compile(yaml, files);
            string Sum(Match match)
            {
                var place = match.Groups[2].Value;
                var pools = model.Pools.Where(pool =>
                    pool.Group == "wards" && (place.Length == 0 || $"{pool.Name}@".Contains($"{place}@", StringComparison.Ordinal)));
                return string.Join(" + ", pools.Select(pool => $"{match.Groups[1]}({pool.Name})"));
            }

            var written = ModelText.Compile(Regex.Replace(yaml, @"(waiting|free)\(wards(@north)?\)", Sum), files);
            var (grouped, summed) = (Walk.Of(model, 11, seed), Walk.Of(written, 11, seed));
            Rows.AreEqual(summed.Result, grouped.Result, $"system {seed}");
            Assert.That(summed.Steps, Is.EqualTo(grouped.Steps), $"system {seed}");
            compared++;
            var never = ModelText.Compile(Regex.Replace(yaml, @"(waiting|free)\(wards(@north)?\) (>=|>|=) [0-9]", "weekday < Mon"), files);
            changed += Walk.Of(never, 11, seed).Steps.SequenceEqual(grouped.Steps) ? 0 : 1;
        }

        Assert.That(compared, Is.GreaterThan(15));
        Assert.That(changed, Is.GreaterThan(4), "systems in which such a condition was ever true");
    }
}
