namespace FlowSim.Tests.Law;

/// <summary>A small system of the law and what the text says comes out.</summary>
internal sealed class LawExample
{
    public LawExample(string number) => Number = number;

    /// <summary>Number of the sentence that it belongs to, with a letter if that has several.</summary>
    public string Number { get; }

    public string System { get; private set; } = "";

    public List<(string File, string Text)> Files { get; } = [];

    public List<LawAnswer> Answers { get; } = [];

    public void Add(string file, string text)
    {
        if (file.Length == 0)
        {
            System = text;
        }
        else
        {
            Files.Add((file, text));
        }
    }

    public override string ToString() => Number;
}

/// <summary>A row of an example's answer.</summary>
/// <param name="Who">A patient, by the stream; or <c>measure</c>.</param>
/// <param name="Does">Such as <c>starts</c>; empty for a measure.</param>
/// <param name="Name">A stage, an exit or a measure.</param>
/// <param name="When">A time, <c>never</c>, or the value of the measure.</param>
internal sealed record LawAnswer(string Who, string Does, string Name, string When);
