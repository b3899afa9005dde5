namespace FlowSim.Tests.Analytic;

/// <summary>The formulas behind the tables, so that a misprint in a table does not count as theory.</summary>
internal static class Formulas
{
    /// <summary>Share lost of M/G/c/c: B(0) = 1, B(k) = a B(k − 1) / (k + a B(k − 1)).</summary>
    public static double ErlangB(int servers, double load)
    {
        var lost = 1.0;
        for (var k = 1; k <= servers; k++)
        {
            lost = load * lost / (k + (load * lost));
        }

        return lost;
    }

    /// <summary>Share that waits in M/M/c.</summary>
    public static double ErlangC(int servers, double load)
    {
        var lost = ErlangB(servers, load);
        return lost / (1 - (load / servers * (1 - lost)));
    }

    /// <summary>Stationary shares of a birth-and-death process on 0 … <paramref name="last"/>.</summary>
    public static double[] BirthAndDeath(int last, Func<int, double> birth, Func<int, double> death)
    {
        var shares = new double[last + 1];
        shares[0] = 1;
        for (var n = 1; n <= last; n++)
        {
            shares[n] = shares[n - 1] * birth(n - 1) / death(n);
        }

        var total = shares.Sum();
        return [.. shares.Select(share => share / total)];
    }
}
