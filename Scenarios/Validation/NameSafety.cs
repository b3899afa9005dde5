using System.Globalization;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Names go into result files and onto terminals as they stand: none may be what a spreadsheet runs as a formula, or hold characters that a terminal obeys
/// or that turn the direction of writing round.
/// </summary>
internal static class NameSafety
{
    private const string Expected = "a name that begins with none of =, +, - and @ and holds nothing but visible characters and blanks";
    private const string FormulaHint = "A spreadsheet that opens the result files would take it for a formula.";
    private const string ControlHint = "A terminal or a reader of the result files would obey what cannot be seen.";

    /// <summary>Also the wide forms, which some spreadsheets read as the narrow ones.</summary>
    private const string FormulaSigns = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    public static void Check(SystemModel model, SystemDescription description, SystemFiles files, ProblemList problems)
    {
        foreach (var name in Names(model, description, files.Scenarios.Keys).Distinct().Where(name => !IsSafe(name)))
        {
            var (where, path) = NamePlace.Of(name, files);
            problems.Error(where, path, Expected, Visible(name), StartsFormula(name) ? FormulaHint : ControlHint);
        }
    }

    /// <summary>True for a name that does nothing where it is shown.</summary>
    public static bool IsSafe(string name) => !StartsFormula(name) && !name.Any(IsObeyed);

    private static bool StartsFormula(string name) => name.TrimStart() is { Length: > 0 } text && FormulaSigns.Contains(text[0], StringComparison.Ordinal);

    private static bool IsObeyed(char sign) =>
        char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (char.GetUnicodeCategory(sign) == UnicodeCategory.Format && sign is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D'));

    private static string Visible(string name) =>
        string.Concat(name.Select(sign => IsObeyed(sign) ? FormattableString.Invariant($"[U+{(int)sign:X4}]") : sign.ToString()));

    /// <summary>All that a result file, a table or a message may name.</summary>
    private static IEnumerable<string> Names(SystemModel model, SystemDescription description, IEnumerable<string> scenarios) =>
    [
        .. model.Dimensions.SelectMany(dimension => dimension.Instances.Prepend(dimension.Name)),
        .. model.Attributes.SelectMany(attribute => attribute.Values.Prepend(attribute.Name)),
        .. description.Dimensions.SelectMany(dimension => dimension.Instances).Concat(description.Attributes.SelectMany(attribute => attribute.Values))
            .Concat(description.Exits).Select(written => written.Text),
        .. description.Partners,
        .. model.Exits,
        .. model.Clocks,
        .. model.StageTemplates,
        .. model.Pools.Select(pool => pool.Template),
        .. description.Pools.Select(pool => pool.Group).Concat(description.Pools.SelectMany(pool => pool.Owner?.Named ?? []))
            .Concat(description.Stages.Select(stage => stage.Owner)).OfType<Written>().Select(written => written.Text),
        .. model.Streams.Select(stream => stream.Template),
        .. model.Delays.SelectMany(delay => new[] { delay.Reason, delay.Attribution }),
        .. description.Measures.Select(measure => measure.Id),
        .. description.Timelines.Select(series => series.Name.Text),
        .. scenarios,
    ];
}
