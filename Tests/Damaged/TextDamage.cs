using System.Text;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Damaged;

/// <summary>Damages the text of a file as slips of the hand and bad copies do.</summary>
internal static class TextDamage
{
    private const int MostEdits = 3;
    private const int LongestCut = 40;

    public static IReadOnlyList<InputFile> Of(ShippedSystem system, Dice dice)
    {
        var which = dice.Below(system.Files.Count);
        var text = system.Texts[which];
        for (var edit = dice.Below(MostEdits); edit >= 0; edit--)
        {
            text = Edited(text, system, dice);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (dice.InPercent(1) && bytes.Length > 0)
        {
            bytes[dice.Below(bytes.Length)] = (byte)dice.Below(256);
        }

        return [.. system.Files.Select((file, index) => index == which ? file with { Bytes = bytes } : file)];
    }

    private static string Edited(string text, ShippedSystem system, Dice dice)
    {
        var lines = text.Split('\n').ToList();
        var line = dice.Below(lines.Count);
        var at = dice.Below(text.Length + 1);
        switch (dice.Below(10))
        {
            case 0:
                return text.Remove(at, Math.Min(1, text.Length - at));
            case 1:
                return text.Remove(at, Math.Min(1 + dice.Below(LongestCut), text.Length - at));
            case 2:
                return text.Insert(at, dice.Of(OddTexts.Signs));
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines.Insert(dice.Below(lines.Count), lines[line]);
                break;
            case 5:
                lines[line] = new string(' ', dice.Below(8)) + lines[line].TrimStart();
                break;
            case 6:
                return text[..at];
            default:
                lines[line] = WithOtherWord(lines[line], system, dice);
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>One word of a line misspelt, or another in its place: of the same system, or an odd one.</summary>
    private static string WithOtherWord(string line, ShippedSystem system, Dice dice)
    {
        var words = line.Split(' ');
        var at = dice.Below(words.Length);
        var inner = words[at].Trim('{', '}', '[', ']', ',', ':', '"');
        var other = dice.Below(4) switch
        {
            0 when inner.Length > 1 => inner.Remove(dice.Below(inner.Length), 1),
            0 or 1 => dice.Of(system.Words),
            _ => dice.Of(OddTexts.Values),
        };
        words[at] = inner.Length == 0 ? other : words[at].Replace(inner, other, StringComparison.Ordinal);
        return string.Join(' ', words);
    }
}
