namespace FlowSim.Tests.Analytic;

/// <summary>Every table of exact answers follows from its formula, to the last digit printed.</summary>
[Category("Analytic")]
public sealed class FormulasTests
{
    [Test]
    public void Shares_lost_follow_from_erlangs_loss_formula()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(ErlangLoss.BlockingTable))
            {
                var lost = Formulas.ErlangB((int)row[0], row[1]);
                Assert.That(row[3], Is.EqualTo(lost).Within(5.1e-9), $"{row[0]} beds");
                Assert.That(row[2], Is.EqualTo(100 * row[1] * (1 - lost) / row[0]).Within(5.1e-5), $"{row[0]} beds");
            }
        });
    }

    [Test]
    public void Beds_needed_are_the_fewest_that_suffice()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(ErlangLoss.BedsNeededTable))
            {
                foreach (var (column, allowed) in new[] { (1, 0.05), (3, 0.02), (5, 0.01) })
                {
                    var beds = (int)row[column];
                    Assert.That(Formulas.ErlangB(beds, row[0]), Is.LessThanOrEqualTo(allowed), $"{beds} beds");
                    Assert.That(Formulas.ErlangB(beds - 1, row[0]), Is.GreaterThan(allowed), $"{beds} beds");
                    Assert.That(row[column + 1], Is.EqualTo(100 * row[0] * (1 - Formulas.ErlangB(beds, row[0])) / beds).Within(5.1e-3), $"{beds} beds");
                }
            }
        });
    }

    [Test]
    public void Waits_follow_from_erlangs_delay_formula()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(ErlangDelay.Table))
            {
                var (c, load) = ((int)row[0], row[2]);
                var delayed = Formulas.ErlangC(c, load);
                var wait = delayed / (c - load);
                double[] expected = [c, row[1], c * row[1], delayed, wait, load * wait, 1 + wait, load * (1 + wait), delayed * Math.Exp((load - c) / 2),
                    delayed * Math.Exp(load - c)];
                Assert.That(row, Is.EqualTo(expected).Within(6e-7), $"c = {c}, load {load}");
            }
        });
    }

    [Test]
    public void A_finite_room_follows_from_its_birth_and_death_process()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(FiniteRoom.Table))
            {
                var k = (int)row[0];
                var shares = Formulas.BirthAndDeath(k, _ => 10, n => Math.Min(n, 10));
                var queue = shares.Select((share, n) => share * Math.Max(0, n - 10)).Sum();
                Assert.That(row, Is.EqualTo(new[] { k, shares[k], queue, queue / (10 * (1 - shares[k])) }).Within(6e-7), $"K = {k}");
            }
        });
    }

    [Test]
    public void Leaving_unseen_follows_from_its_birth_and_death_process()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(Impatience.Table))
            {
                var theta = row[0];
                var shares = Formulas.BirthAndDeath(2000, _ => 20, n => Math.Min(n, 20) + (theta * Math.Max(0, n - 20)));
                var queue = shares.Select((share, n) => share * Math.Max(0, n - 20)).Sum();
                Assert.That(row, Is.EqualTo(new[] { theta, shares.Skip(20).Sum(), theta * queue / 20, queue, queue / 20 }).Within(6e-7), $"θ = {theta}");
            }
        });
    }

    [Test]
    public void The_day_follows_from_the_published_formulas()
    {
        const double w = 2 * Math.PI / 24;
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(DailyCycle.Table))
            {
                var t = row[0];
                Assert.That(row[1], Is.EqualTo(20 * (1 + (0.6 * Math.Sin(w * t)))).Within(5.1e-6));
                Assert.That(row[2], Is.EqualTo(Exponential(t, 4)).Within(5.1e-6));
                Assert.That(row[3], Is.EqualTo(Exponential(t, 48)).Within(5.1e-6));
                Assert.That(row[4], Is.EqualTo((20 * 4) + (20 * 0.6 * (Math.Cos(w * (t - 4)) - Math.Cos(w * t)) / w)).Within(5.1e-6));
            }
        });

        static double Exponential(double t, double mean) =>
            (20 * mean) + (20 * 0.6 * ((Math.Sin(w * t) / mean) - (w * Math.Cos(w * t))) / ((1 / (mean * mean)) + (w * w)));
    }

    [Test]
    public void The_flow_into_the_community_is_the_number_there_by_its_stay()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(Blocking.AcuteToCommunityTable))
            {
                Assert.That(row[2] * (1 - row[6]) * row[4] * row[5], Is.EqualTo(row[11]).Within(1e-5), $"{row[0]} and {row[1]} beds");
                Assert.That(row[9], Is.EqualTo(100 * row[8] / row[7]).Within(1e-4));
                Assert.That(row[10], Is.EqualTo(100 * row[8] / row[0]).Within(1e-4));
            }
        });
    }

    [Test]
    public void The_stroke_beds_follow_from_erlangs_loss_formula()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Numbers.Rows(StrokeUnit.Table))
            {
                var loads = row[0] == 1 ? new[] { 8.1455, 8.5742, 8.5528, 7.0344 } : [9.7182, 10.2297, 10.2041, 8.0042];
                Assert.That(row[2..], Is.EqualTo(loads.Select(load => Formulas.ErlangB((int)row[1], load))).Within(1.5e-5), $"{row[1]} beds");
            }
        });
    }
}
