using System.Text.RegularExpressions;
using FlowSim.Tests.Law;

namespace FlowSim.Tests.Conventions;

/// <summary>Comments cite the law by number: the numbers are in order, and each that is cited is there.</summary>
public sealed partial class LawCitationTests
{
    [Test]
    public void The_sentences_are_numbered_one_after_the_other()
    {
        var (group, sentence) = (1, 0);
        foreach (var number in LawPage.Read.Sentences)
        {
            var parts = Array.ConvertAll(number.Split('.'), part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
            Assert.That((parts[0], parts[1]), Is.EqualTo((group, sentence + 1)).Or.EqualTo((group + 1, 1)), number);
            (group, sentence) = (parts[0], parts[1]);
        }

        Assert.That(group, Is.GreaterThanOrEqualTo(13));
    }

    [Test]
    public void An_example_belongs_to_a_sentence_and_has_a_number_of_its_own()
    {
        Assert.That(LawPage.Read.Examples.Select(example => example.Number.Split(' ')[0]).Except(LawPage.Read.Sentences), Is.Empty);
        Assert.That(LawPage.Read.Examples.Select(example => example.Number), Is.Unique);
    }

    [Test]
    public void Every_sentence_that_a_comment_cites_is_in_the_law()
    {
        var cited = SourceFile.All
            .SelectMany(file => file.Lines.SelectMany(line => Cited(line).Select(number => (file.RelativePath, Number: number))))
            .ToList();
        Assert.That(cited, Has.Count.GreaterThan(40));
        var known = LawPage.Read.Sentences.Concat(LawPage.Read.Sentences.Select(number => number.Split('.')[0])).ToHashSet();
        Assert.That(cited.Where(place => !known.Contains(place.Number)), Is.Empty);
    }

    [Test]
    public void References_within_the_law_are_to_sentences_that_it_has()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "law.md"));
        var references = Reference().Matches(text).Select(match => match.Groups["number"].Value).ToList();
        Assert.That(references, Has.Count.GreaterThan(10));
        Assert.That(references.Except(LawPage.Read.Sentences.Concat(LawPage.Read.Sentences.Select(number => number.Split('.')[0]))), Is.Empty);
    }

    [TestCase("/// <summary>Sentence 13 (ii) where", new[] { "13" })]
    [TestCase("(docs/law.md, sentences 2 to 8)", new[] { "2", "8" })]
    [TestCase("(sentences 3, 5, 9.2 and 11)", new[] { "3", "5", "9.2", "11" })]
    [TestCase("a sentence with 3 words", new string[0])]
    public void Citations_are_found(string line, string[] numbers) => Assert.That(Cited(line), Is.EqualTo(numbers));

    private static IEnumerable<string> Cited(string line) =>
        Citation().Matches(line).SelectMany(match => match.Groups["number"].Captures.Select(capture => capture.Value));

    [GeneratedRegex(@"\b[Ss]entences? (?<number>\d+(\.\d+)?)((, | and | to )(?<number>\d+(\.\d+)?))*")]
    private static partial Regex Citation();

    /// <summary><c>(14.2)</c>, <c>(17)</c>, <c>example 5.2</c>, <c>as in 11.3</c>, <c>order of 14.2</c>, <c>follows from 14.4</c>.</summary>
    [GeneratedRegex(@"(\((?<number>\d+(\.\d+)?)\)|(example |as in |order of |follows from )(?<number>\d+\.\d+))")]
    private static partial Regex Reference();
}
