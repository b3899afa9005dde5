using System.Globalization;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cases;

/// <summary>
/// One command of a case. Under it stand, a line each: <c>at FOLDER</c>, the system's place below the case; <c>edit FILE "old" "new"</c>
/// and <c>write FILE "text"</c>, in a copy; <c>zones TZ …</c>;
/// <c>refused</c> or <c>may be refused</c>; <c>says A | B</c>, words of which one is in the notes and problems (of a refusal only: <c>refusal says</c>);
/// <c>names FILE:LINE</c>; <c>silent on TEXT</c>; and equations, such as <c>came = begun + gave_up of ward at north in 2016-04</c>, with <c>within 0.1</c>,
/// or <c>interval 0.02</c>: the t-interval over the replications holds the number and its half is no wider than that part of it.
/// </summary>
internal sealed class CaseStep(string[] command)
{
    private readonly List<string> said = [];
    private readonly List<string> refusal = [];
    private readonly List<string> unsaid = [];
    private readonly List<(string File, int Line)> places = [];
    private readonly List<CaseEquation> equations = [];

    public IReadOnlyList<string> Command => command;

    /// <summary>Folder below the case that holds the system, or empty.</summary>
    public string At { get; private set; } = "";

    /// <summary>Time zones in which it runs, each in a process of its own; none for this process.</summary>
    public string[] Zones { get; private set; } = [];

    /// <summary>File, text and what replaces it, in a copy.</summary>
    public List<string[]> Edits { get; } = [];

    /// <summary>Files written into a copy, with their text.</summary>
    public List<(string File, string Text)> Files { get; } = [];

    public bool MustBeRefused { get; private set; }

    public bool MayBeRefused { get; private set; }

    public IReadOnlyList<CaseEquation> Equations => equations;

    /// <summary>How much it asks for.</summary>
    public int Demands => said.Count + refusal.Count + unsaid.Count + places.Count + equations.Count + (MustBeRefused ? 1 : 0);

    public void Add(string word, string rest, string line)
    {
        switch (word)
        {
            case "at":
                At = rest;
                break;
            case "zones":
                Zones = rest.Split(' ');
                break;
            case "edit":
                var file = rest[..rest.IndexOf(' ', StringComparison.Ordinal)];
                Edits.Add([file, .. Unquoted(rest[(file.Length + 1)..]).Split("\" \"")]);
                break;
            case "write":
                var written = rest[..rest.IndexOf(' ', StringComparison.Ordinal)];
                Files.Add((written, Unquoted(rest[(written.Length + 1)..])));
                break;
            case "refused":
                MustBeRefused = true;
                break;
            case "may" when rest == "be refused":
                MayBeRefused = true;
                break;
            case "says":
                said.Add(rest);
                break;
            case "refusal" when rest.StartsWith("says ", StringComparison.Ordinal):
                refusal.Add(rest[5..]);
                break;
            case "silent" when rest.StartsWith("on ", StringComparison.Ordinal):
                unsaid.Add(rest[3..]);
                break;
            case "names":
                var colon = rest.LastIndexOf(':');
                places.Add((rest[..colon], int.Parse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture)));
                break;
            default:
                equations.Add(CaseEquation.Read(line));
                break;
        }
    }

    private static string Unquoted(string text) => text[1..^1].Replace("\\n", "\n", StringComparison.Ordinal);

    /// <summary>What is wrong with exit code and words.</summary>
    public IEnumerable<string> Faults(int exit, string words)
    {
        var refused = exit == ExitCode.InvalidInput;
        if (exit != ExitCode.Done && !refused)
        {
            yield return $"exit {exit}, expected 0 or {ExitCode.InvalidInput}";
        }
        else if (refused != MustBeRefused && !MayBeRefused)
        {
            yield return refused ? "it is refused" : "it is not refused";
        }

        foreach (var alternatives in refused ? said.Concat(refusal) : said)
        {
            if (!alternatives.Split(" | ").Any(text => words.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"it does not say '{alternatives}'";
            }
        }

        foreach (var text in unsaid.Where(text => words.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"it says '{text}'";
        }

        foreach (var (file, line) in places.Where(place => refused || !MayBeRefused).Where(place => !NamedPlaces.Hold(words, place.File, place.Line)))
        {
            yield return $"it does not name {file}:{line}";
        }
    }
}
