namespace FlowSim.Benchmarks.Harness;

/// <summary><c>Benchmarks/RESULTS.md</c>.</summary>
internal static class ResultsFile
{
    /// <summary>What follows is written by hand from another command: it is kept.</summary>
    private const string Parts = "## The parts alone\n";

    public static string Table(IEnumerable<ResultLine> lines) =>
        TextTable.Of(["model", "subject", "result", "ratio to the limit", "target", ""], lines.Select(line => line.Cells));

    /// <summary>Writes it and returns its path.</summary>
    /// <exception cref="LimitException">The working folder is not in the repository.</exception>
    public static string Write(LimitOptions options, LimitProgram program, string caution, IEnumerable<ResultLine> lines, string agreement)
    {
        var path = Path.Combine(Root(), "Benchmarks", "RESULTS.md");
        var facts = Machine.Facts(program).Append(("date", options.Date))
            .Append(("repeats", FormattableString.Invariant($"{options.Repeats}, interleaved; of each the lower quartile of the time")));
        string[] parts =
        [
            "# Results of the benchmarks\n",
            "Written by `dotnet run -c Release --project Benchmarks -- limit --write`; what is compared, and how, is said in README.md.\n",
            string.Concat(facts.Select(fact => $"- {fact.Item1}: {fact.Item2}\n")),
            caution.Length > 0 ? caution + "\n" : "",
            options.Note.Length > 0 ? options.Note + "\n" : "",
            Table(lines),
            "## They simulate the same\n",
            "Averages over the repeats. The harness gives no ratio when one differs from the limit's by more than chance brings once in 10,000 times (Welch's t-test).\n",
            agreement,
            Kept(path),
        ];
        File.WriteAllText(path, string.Join('\n', parts.Where(part => part.Length > 0)).Replace("\r\n", "\n", StringComparison.Ordinal));
        return path;
    }

    private static string Kept(string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var from = text.IndexOf(Parts, StringComparison.Ordinal);
        return from < 0 ? "" : text[from..];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new LimitException("--write: run it inside the repository");
    }
}
