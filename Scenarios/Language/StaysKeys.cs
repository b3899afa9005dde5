using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a table that is made of an export of stays.</summary>
internal static class StaysKeys
{
    public static readonly Key File = new("file", Kinds.Text, "The export: a table under tables/, as it comes.") { Required = true, Example = "export" };
    public static readonly Key Length = new("length", Kinds.Text, "The column with lengths of stay.") { Example = "\"LOS (days)\"" };
    public static readonly Key Unit = new("in", Kinds.Text, "Their unit.") { Default = "d", Example = "h" };
    public static readonly Key From = new("from", Kinds.Text, "The column with days of admission, in place of lengths; times of day may stand there.") { Example = "Admitted" };
    public static readonly Key To = new("to", Kinds.Text, "The column with days of discharge; empty of who is still in bed.") { Example = "Discharged" };
    public static readonly Key Dates = new("dates", new TextKind(DateFormat.Expected), "How the dates are written.")
    {
        Default = "yyyy-mm-dd",
        Example = "dd/mm/yyyy",
    };
    public static readonly Key Taken = new("taken", Kinds.Text, "The day of the export, up to which who is still in bed has stayed.") { Example = "2017-04-01" };
    public static readonly Key By = new("by", new NamesKind(Kinds.Text, "a map of dimensions and attributes with their columns"),
        "The keys of the table: dimensions and attributes with named values, each with its column. A cell holds a value, its title, or a number where the values are bands such as under-65, 65-84 and 85-plus.")
    {
        Example = "{ site: Site, age: Age }",
    };
    public static readonly Key Fit = new("fit", new WordKind("lognormal", "gamma", "weibull", "best"),
        "The law that is fitted to the stays by maximum likelihood; best: that with the lowest AIC.")
    {
        Default = "none: one of the stays is drawn, each as likely",
    };
    public static readonly Key AtMost = new("at_most", Kinds.Text, "Longer stays are cut off at this length; to a law it matters only that they are longer.")
    {
        Example = "60 d",
    };

    /// <summary>A table of stays.</summary>
    public static readonly Section Stays = new("stays", "a map, such as { file: admissions, from: Admitted, to: Discharged, fit: best }",
        [File, Length, Unit, From, To, Dates, Taken, By, Fit, AtMost, ValueKeys.Status, ValueKeys.Source, ValueKeys.Note]);
}
