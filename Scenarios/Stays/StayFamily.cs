using MathNet.Numerics;

namespace FlowSim.Scenarios.Stays;

/// <summary>A family of laws of two parameters, told to the search as two numbers without bounds.</summary>
internal abstract class StayFamily
{
    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<StayFamily> All { get; } = [new LognormalStays(), new GammaStays(), new WeibullStays()];

    /// <summary>The word of the language.</summary>
    public abstract string Name { get; }

    /// <summary>Where the search begins.</summary>
    /// <param name="mean">Of the logarithms of the lengths.</param>
    /// <param name="sd">Of the logarithms of the lengths.</param>
    public abstract (double First, double Second) Start(double mean, double sd);

    /// <summary>Logarithm of the density at a length above 0.</summary>
    public abstract double LogDensity(double days, double first, double second);

    /// <summary>The chance of a longer stay.</summary>
    public abstract double Survival(double days, double first, double second);

    /// <summary>As the language writes it, in days.</summary>
    public abstract string Text(double first, double second);

    private protected static string Number(double value) => FormattableString.Invariant($"{value:G6}");

    /// <summary>mu and the logarithm of sigma.</summary>
    private sealed class LognormalStays : StayFamily
    {
        private static readonly double Root = Math.Sqrt(2);
        private static readonly double HalfLogOfTwoPi = Math.Log(2 * Math.PI) / 2;

        public override string Name => "lognormal";

        public override (double First, double Second) Start(double mean, double sd) => (mean, Math.Log(sd));

        public override double LogDensity(double days, double first, double second)
        {
            var z = (Math.Log(days) - first) / Math.Exp(second);
            return (-z * z / 2) - second - HalfLogOfTwoPi - Math.Log(days);
        }

        public override double Survival(double days, double first, double second) =>
            days <= 0 ? 1 : SpecialFunctions.Erfc((Math.Log(days) - first) / Math.Exp(second) / Root) / 2;

        public override string Text(double first, double second) => $"lognormal mu {Number(first)} sigma {Number(Math.Exp(second))} d";
    }

    /// <summary>The logarithms of shape and scale.</summary>
    private sealed class GammaStays : StayFamily
    {
        public override string Name => "gamma";

        public override (double First, double Second) Start(double mean, double sd)
        {
            var variation = Math.Exp(Math.Min(sd * sd, 3)) - 1;
            return (-Math.Log(variation), mean + (sd * sd / 2) + Math.Log(variation));
        }

        public override double LogDensity(double days, double first, double second)
        {
            var shape = Math.Exp(first);
            return ((shape - 1) * Math.Log(days)) - (days / Math.Exp(second)) - (shape * second) - SpecialFunctions.GammaLn(shape);
        }

        public override double Survival(double days, double first, double second) =>
            days <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(Math.Exp(first), days / Math.Exp(second));

        public override string Text(double first, double second)
        {
            var (shape, scale) = (Math.Exp(first), Math.Exp(second));
            return $"gamma mean {Number(shape * scale)} d sd {Number(Math.Sqrt(shape) * scale)} d";
        }
    }

    /// <summary>The logarithms of shape and scale.</summary>
    private sealed class WeibullStays : StayFamily
    {
        /// <summary>Mean and standard deviation of the logarithm of a standard exponential variable.</summary>
        private const double Mean = -Constants.EulerMascheroni;
        private static readonly double Sd = Math.PI / Math.Sqrt(6);

        public override string Name => "weibull";

        public override (double First, double Second) Start(double mean, double sd) => (Math.Log(Sd / sd), mean - (Mean * sd / Sd));

        public override double LogDensity(double days, double first, double second)
        {
            var shape = Math.Exp(first);
            var log = Math.Log(days) - second;
            return first - second + ((shape - 1) * log) - Math.Exp(shape * log);
        }

        public override double Survival(double days, double first, double second) =>
            days <= 0 ? 1 : Math.Exp(-Math.Exp(Math.Exp(first) * (Math.Log(days) - second)));

        public override string Text(double first, double second) => $"weibull shape {Number(Math.Exp(first))} scale {Number(Math.Exp(second))} d";
    }
}
