using System.Globalization;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Work;

/// <summary>The scenarios of a page: which there are, which is open, which stand beside it.</summary>
internal sealed class Drafts
{
    private const int Most = 20;
    private const int LongestStem = 60;
    private const string FirstTitle = "My scenario";

    private readonly List<Draft> all = [];

    /// <summary>Of a title with a number that was given here, the title before it.</summary>
    private readonly Dictionary<string, string> numbered = new(StringComparer.Ordinal);
    private int made;

    public Drafts() => Open = Add(EditedScenario.Of(FirstTitle, []));

    public IReadOnlyList<Draft> All => all;

    /// <summary>The one that is worked on.</summary>
    public Draft Open { get; private set; }

    /// <summary>The last that was deleted, with all its steps; null: none.</summary>
    public Draft? Deleted { get; private set; }

    /// <summary>Those that are calculated: the one that is open, then those compared with it; without changes there is nothing to calculate.</summary>
    public IEnumerable<Draft> Shaped =>
        all.Where(draft => draft == Open).Concat(all.Where(draft => draft != Open && draft.IsCompared)).Where(draft => !draft.Now.IsEmpty);

    /// <summary>What one without a title of its own is called.</summary>
    public string NextTitle => Numbered(FirstTitle);

    /// <summary>The name of a scenario's file.</summary>
    public static string FileOf(Draft draft) => FileOf(draft.Now, draft.Number);

    /// <summary>The name of the file of one that is not among them yet.</summary>
    public string FileOfNext(EditedScenario scenario) => FileOf(scenario, made + 1);

    /// <summary>Those of which nobody has a file as they are.</summary>
    public IEnumerable<Draft> Unsaved => all.Where(draft => !draft.IsSaved);

    /// <summary>One more, which is open then.</summary>
    /// <param name="scenario">What it is.</param>
    /// <param name="isSaved">True where it stands in a file or is none of the reader's own.</param>
    /// <exception cref="CommandFailure">There are too many.</exception>
    public Draft Add(EditedScenario scenario, bool isSaved = true)
    {
        if (all.Count >= Most)
        {
            throw new CommandFailure(ExitCode.Usage, FormattableString.Invariant($"There are {Most} scenarios: delete one first."));
        }

        Open = new Draft(++made, scenario, isSaved);
        all.Add(Open);
        return Open;
    }

    /// <summary>A copy of the open one.</summary>
    public void Copy()
    {
        var isSaved = Open.IsSaved;
        Add(Open.Now.Titled(Numbered(Open.Now.Title)), isSaved);
    }

    public void Choose(int number) => Open = all.Find(draft => draft.Number == number) ?? Open;

    public void Compare(int number, bool isCompared)
    {
        if (all.Find(draft => draft.Number == number) is { } draft)
        {
            draft.IsCompared = isCompared;
        }
    }

    public void Delete()
    {
        all.Remove(Open);
        Deleted = Open;
        Open = all is [.., var last] ? last : Add(EditedScenario.Of(FirstTitle, []));
    }

    /// <summary>Takes the last one that was deleted back.</summary>
    public void BringBack()
    {
        if (Deleted is { } draft && all.Count < Most)
        {
            // Where all were deleted there is one that nobody has begun.
            all.RemoveAll(one => one.Now.IsEmpty && !one.CanUndo);
            all.Add(draft);
            (Open, Deleted) = (draft, null);
        }
    }

    /// <summary>A title with the first number from 2 that no other has; one that ends in such a number has another in its place.</summary>
    private string Numbered(string title)
    {
        var stem = numbered.GetValueOrDefault(title, title);
        var next = Enumerable.Range(2, all.Count + 1).Select(number => FormattableString.Invariant($"{stem} {number}"))
            .First(one => !all.Exists(draft => draft.Now.Title == one));
        numbered[next] = stem;
        return next;
    }

    private static string FileOf(EditedScenario scenario, int number)
    {
        var words = new string([.. scenario.Title.Take(LongestStem).Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stem = string.Join('-', words.Append(number.ToString(CultureInfo.InvariantCulture)));
        return $"{(char.IsAsciiLetter(stem[0]) ? stem : "scenario-" + stem)}.yaml";
    }
}
