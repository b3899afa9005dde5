namespace FlowSim.Scenarios.Loading.Text;

/// <summary>One pool of a request.</summary>
/// <param name="Amount">Units asked for [units].</param>
/// <param name="Pool">Name without instance.</param>
/// <param name="Instance">The word after <c>@</c>, or null.</param>
internal sealed record RequestPart(int Amount, string Pool, string? Instance)
{
    public string ToText() => (Amount == 1 ? "" : $"{Amount} of ") + Pool + (Instance is null ? "" : "@" + Instance);
}

/// <summary>One alternative of <c>place</c> or <c>staff</c>: pools all or nothing, after how long, for how long.</summary>
/// <param name="Parts">Joined by <c>+</c>, in written order.</param>
/// <param name="After">Asked for only after this time, or null.</param>
/// <param name="For">Staff needed for at most this time, or null for the whole of the stage.</param>
internal sealed record RequestText(IReadOnlyList<RequestPart> Parts, TimeText? After, TimeText? For)
{
    /// <summary>The text that reads back as this request.</summary>
    public string ToText() =>
        string.Join(" + ", Parts.Select(part => part.ToText()))
        + (After is null ? "" : " after " + After.ToText())
        + (For is null ? "" : " for " + For.ToText());
}
