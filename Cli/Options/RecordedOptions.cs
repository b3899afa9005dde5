using System.CommandLine;

namespace FlowSim.Cli.Options;

/// <summary>The files of a recorded year, which <c>compare</c>, <c>run</c> and <c>calibrate</c> take.</summary>
internal sealed class RecordedOptions
{
    private readonly Option<string?> arrivals = new("--arrivals")
    {
        HelpName = "FILE",
        Description =
            "Attendances as recorded, a CSV file with month, place, type and attendances (or a list of arrivals with time, place and type): the months it gives have them, all else grows or stays as described. See docs/recorded-year.md.",
    };

    private readonly Option<string?> beds = new("--beds")
    {
        HelpName = "FILE",
        Description = "Open beds as recorded, a CSV file with month, place and open (mean of the month): the months it gives have them, without surge.",
    };

    public static RecordedOptions AddTo(Command command)
    {
        var options = new RecordedOptions();
        command.Add(options.arrivals);
        command.Add(options.beds);
        EmptyPath.Refuse(options.arrivals, "a file");
        EmptyPath.Refuse(options.beds, "a file");
        return options;
    }

    public IEnumerable<Option> All => [arrivals, beds];

    public RecordedPaths Read(ParseResult result) => new(result.GetValue(arrivals), result.GetValue(beds));
}

/// <summary>Paths of the files of a recorded year; null where none is given.</summary>
/// <param name="Arrivals">Attendances.</param>
/// <param name="Beds">Open beds.</param>
internal sealed record RecordedPaths(string? Arrivals, string? Beds)
{
    public bool Any => Arrivals is not null || Beds is not null;
}
