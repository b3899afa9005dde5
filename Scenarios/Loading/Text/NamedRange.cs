namespace FlowSim.Scenarios.Loading.Text;

/// <summary>
/// Lists and ranges over a small cycle of names or numbers (weekdays, months, hours), as a bit mask: <c>Mon-Fri</c>, <c>Sat|Sun</c>, <c>Dec-Mar</c>.
/// </summary>
internal static class NamedRange
{
    /// <summary>Reads <c>a|b-c|d</c>; a range may pass over the end of the cycle.</summary>
    /// <param name="size">Members of the cycle; bit i of the mask is member i.</param>
    /// <param name="indexOf">The member a word names, or -1.</param>
    public static bool TryParse(string text, int size, Func<string, int> indexOf, out int mask)
    {
        mask = 0;
        foreach (var part in text.Split('|'))
        {
            var ends = part.Split('-');
            var first = indexOf(ends[0].Trim());
            var last = ends.Length == 1 ? first : indexOf(ends[^1].Trim());
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                mask = 0;
                return false;
            }

            mask |= MaskOf(first, last, size);
        }

        return true;
    }

    private static int MaskOf(int first, int last, int size)
    {
        var mask = 1 << first;
        for (var member = first; member != last;)
        {
            member = (member + 1) % size;
            mask |= 1 << member;
        }

        return mask;
    }
}
