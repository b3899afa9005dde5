using MathNet.Numerics.LinearAlgebra;

namespace FlowSim.Scenarios.Fitting;

/// <summary>
/// What the model would give at a point that was not run, by regression on those that were: terms in the inputs, their squares and products, taken one after
/// the other as long as they pay, that is, as long as the mean square of what each point is off when the others predict it falls (PRESS, Allen 1974). A light
/// ridge keeps the coefficients from running away.
/// </summary>
internal sealed class Emulator
{
    /// <summary>Terms that are tried at most.</summary>
    private const int MostTerms = 60;

    /// <summary>Points for each term at least.</summary>
    private const int PointsPerTerm = 3;

    /// <summary>Penalty on each coefficient, as a share of the number of points.</summary>
    private const double Ridge = 1e-4;

    /// <summary>What is left of a column that the terms taken already say is nothing.</summary>
    private const double Nothing = 1e-9;

    private readonly List<Term> terms;
    private readonly double[] coefficients;

    private Emulator(List<Term> terms, double[] coefficients, double variance)
    {
        this.terms = terms;
        this.coefficients = coefficients;
        Variance = variance;
    }

    /// <summary>Mean square of what points are off when all others predict them; chance in the points is part of it.</summary>
    public double Variance { get; }

    /// <param name="places">Of the points, each from 0 to 1.</param>
    /// <param name="values">What the model gave there.</param>
    public static Emulator Fit(IReadOnlyList<double[]> places, double[] values)
    {
        var mean = values.Length == 0 ? double.NaN : values.Average();
        if (values.Length < 2)
        {
            return new Emulator([], [mean], double.PositiveInfinity);
        }

        var terms = new Selection(places, values, Candidates(places[0].Length)).Terms();
        return Solved(terms, places, values);
    }

    public double At(double[] place)
    {
        var sum = coefficients[0];
        for (var term = 0; term < terms.Count; term++)
        {
            sum += coefficients[term + 1] * terms[term].At(place);
        }

        return sum;
    }

    private static List<Term> Candidates(int inputs)
    {
        var linear = Enumerable.Range(0, inputs).Select(input => new Term(input, -1));
        return [.. linear, .. Enumerable.Range(0, inputs).SelectMany(one => Enumerable.Range(one, inputs - one).Select(other => new Term(one, other)))];
    }

    private static Emulator Solved(List<Term> terms, IReadOnlyList<double[]> places, double[] values)
    {
        var count = places.Count;
        var design = Matrix<double>.Build.Dense(count, terms.Count + 1, (row, column) => column == 0 ? 1 : terms[column - 1].At(places[row]));
        var squares = design.TransposeThisAndMultiply(design);
        for (var term = 1; term <= terms.Count; term++)
        {
            squares[term, term] += Ridge * count;
        }

        var solver = squares.Cholesky();
        var solved = solver.Solve(design.TransposeThisAndMultiply(Vector<double>.Build.Dense(values)));
        var inner = solver.Solve(design.Transpose());
        var sum = 0.0;
        for (var row = 0; row < count; row++)
        {
            var here = design.Row(row);
            var off = (values[row] - here.DotProduct(solved)) / Math.Max(Nothing, 1 - here.DotProduct(inner.Column(row)));
            sum += off * off;
        }

        return new Emulator(terms, solved.ToArray(), sum / count);
    }

    /// <summary>An input, or the product of two, or the square of one, of places from −1 to 1.</summary>
    private readonly record struct Term(int One, int Other)
    {
        /// <summary>Mean of a square over the range: taken off, so that squares say nothing of the mean.</summary>
        private const double MeanSquare = 1.0 / 3;

        public double At(double[] place)
        {
            var one = (2 * place[One]) - 1;
            return Other < 0 ? one : (one * ((2 * place[Other]) - 1)) - (One == Other ? MeanSquare : 0);
        }
    }

    /// <summary>Takes terms in the order in which they explain most of what is left (orthogonal least squares).</summary>
    private sealed class Selection
    {
        private readonly List<Term> candidates;
        private readonly List<double[]> columns;
        private readonly double[] left;
        private readonly double[] leverage;

        /// <summary>
        /// Share by which a term must lower the mean square error: the best of many that say nothing lowers it about so much by chance (risk inflation,
        /// Foster and George 1994).
        /// </summary>
        private readonly double pays;

        private readonly List<Term> taken = [];

        public Selection(IReadOnlyList<double[]> places, double[] values, List<Term> candidates)
        {
            this.candidates = candidates;
            pays = 2 * Math.Log(candidates.Count) / values.Length;
            var mean = values.Average();
            left = Array.ConvertAll(values, value => value - mean);
            leverage = [.. Enumerable.Repeat(1.0 / values.Length, values.Length)];
            columns = candidates.ConvertAll(term => Centred([.. places.Select(term.At)]));
        }

        public List<Term> Terms()
        {
            var error = Error();
            while (taken.Count < Math.Min(MostTerms, (left.Length / PointsPerTerm) - 1) && error > 0)
            {
                var best = Best();
                if (best < 0)
                {
                    break;
                }

                Take(best);
                var now = Error();
                if (!(now < error * (1 - pays)))
                {
                    taken.RemoveAt(taken.Count - 1);
                    break;
                }

                error = now;
            }

            return taken;
        }

        private static double[] Centred(double[] column)
        {
            var mean = column.Average();
            return Array.ConvertAll(column, value => value - mean);
        }

        private static double Dot(double[] one, double[] other)
        {
            var sum = 0.0;
            for (var i = 0; i < one.Length; i++)
            {
                sum += one[i] * other[i];
            }

            return sum;
        }

        /// <summary>The candidate that explains most, or -1.</summary>
        private int Best()
        {
            var (best, most) = (-1, 0.0);
            for (var candidate = 0; candidate < columns.Count; candidate++)
            {
                var length = Dot(columns[candidate], columns[candidate]);
                var explains = length > Nothing * left.Length ? Math.Pow(Dot(columns[candidate], left), 2) / length : 0;
                (best, most) = explains > most ? (candidate, explains) : (best, most);
            }

            return best;
        }

        /// <summary>What the term says is taken off everything else.</summary>
        private void Take(int candidate)
        {
            var column = columns[candidate];
            var length = Math.Sqrt(Dot(column, column));
            var unit = Array.ConvertAll(column, value => value / length);
            taken.Add(candidates[candidate]);
            columns.RemoveAt(candidate);
            candidates.RemoveAt(candidate);
            foreach (var other in columns.Append(left))
            {
                var share = Dot(unit, other);
                for (var i = 0; i < unit.Length; i++)
                {
                    other[i] -= share * unit[i];
                }
            }

            for (var i = 0; i < unit.Length; i++)
            {
                leverage[i] += unit[i] * unit[i];
            }
        }

        private double Error()
        {
            var sum = 0.0;
            for (var i = 0; i < left.Length; i++)
            {
                var off = left[i] / Math.Max(Nothing, 1 - leverage[i]);
                sum += off * off;
            }

            return sum / left.Length;
        }
    }
}
