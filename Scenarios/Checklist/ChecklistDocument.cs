namespace FlowSim.Scenarios.Checklist;

/// <summary>A system in words and tables, in the order of a reporting checklist.</summary>
/// <param name="Title">Of the whole.</param>
/// <param name="Opening">What the document is.</param>
/// <param name="Items">Its parts in order.</param>
public sealed record ChecklistDocument(string Title, string Opening, IReadOnlyList<ChecklistItem> Items);

/// <summary>A heading and what stands under it.</summary>
/// <param name="Number">Number in the checklist, such as <c>2.5.1</c>.</param>
/// <param name="Name">Name in the checklist.</param>
/// <param name="Blocks">None for a heading above others.</param>
public sealed record ChecklistItem(string Number, string Name, IReadOnlyList<ChecklistBlock> Blocks)
{
    /// <summary>1 for a section, 2 for an item, 3 for a part of one.</summary>
    public int Level => Number.Count(sign => sign == '.') + 1;
}

/// <summary>A piece of an item. Texts have what is as in the files between backticks.</summary>
public abstract record ChecklistBlock
{
    private ChecklistBlock()
    {
    }

    /// <summary>Running text.</summary>
    public sealed record Paragraph(string Text) : ChecklistBlock;

    /// <summary>What the description does not say, and where to write it.</summary>
    public sealed record Missing(string Text) : ChecklistBlock;

    /// <summary>Points under each other.</summary>
    public sealed record Points(IReadOnlyList<string> Texts) : ChecklistBlock;

    /// <summary>One part of the system: its name, then what is said of it, term by term.</summary>
    public sealed record Part(string Name, IReadOnlyList<(string Term, string Text)> Facts) : ChecklistBlock;

    /// <summary>A table; columns in which no row has anything are to be left out, but the first.</summary>
    public sealed record Grid(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : ChecklistBlock;
}
