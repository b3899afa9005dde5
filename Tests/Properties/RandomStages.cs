using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Properties;

/// <summary>Stages of a random system: every property of a stage, in chance company.</summary>
internal sealed class RandomStages
{
    private readonly RandomShape shape;
    private readonly Dice dice;
    private readonly StringBuilder text;
    private int stage;

    private RandomStages(RandomShape shape, StringBuilder text) => (this.shape, dice, this.text) = (shape, shape.Dice, text);

    public static void Write(StringBuilder text, RandomShape shape)
    {
        text.Append("stages:\n");
        var stages = new RandomStages(shape, text);
        for (; stages.stage < shape.Stages; stages.stage++)
        {
            stages.WriteStage();
        }
    }

    /// <summary>What a stage may ask for as its place; scenarios use it too.</summary>
    public static string Place(RandomShape shape)
    {
        var dice = shape.Dice;
        var number = dice.Below(shape.Beds);
        var (first, second, third) = (shape.Bed(number), shape.Bed((number + 1) % shape.Beds), shape.Bed((number + 2) % shape.Beds));
        return dice.Below(26) switch
        {
            0 or 1 => $"\"{first}\"",
            2 or 3 => $"[ \"{first}\", \"{second} after {Alternative(dice)}\" ]",
            4 => $"[ \"{first}\", \"{second} after {Alternative(dice)}\", \"{(shape.Beds > 2 ? third : "chair")} after {6 + dice.Below(9)} h\" ]",
            5 => $"\"{first} + chair\"",
            6 => $"\"{first} + ticket\"",
            7 => "\"care + ticket\"",
            8 => $"\"{dice.Of("2 of ", "")}{first} + {(shape.Beds > 1 ? second : "chair")}\"",
            9 => $"[ \"2 of {first}\", \"{second}\" ]",
            10 => $"[ \"{first} + chair\", \"{second} after {Alternative(dice)}\" ]",
            11 => $"[ \"2 of {first}\", \"{first} after {Alternative(dice)}\" ]",
            12 => "chair",
            < 19 => $"[ \"2 of {first}\", \"{first}\", \"{second} after {Alternative(dice)}\" ]",
            _ => $"[ \"{first} + chair\", \"{first}\", \"{second} after {Alternative(dice)}\" ]",
        };
    }

    /// <summary>What <c>moves_back</c> asks of a place.</summary>
    public static bool IsOfOnePoolEach(string place) => !place.Contains('+', StringComparison.Ordinal);

    private static string Alternative(Dice dice) => dice.Of("1 h", "3 h", "exponential mean 3 h", "until next 08:00", "5 h of stay", "patience");

    private void WriteStage()
    {
        text.Append(CultureInfo.InvariantCulture, $"  stage-{stage}:\n{(shape.EachStage(stage) is { Length: > 0 } each ? $"    {each.TrimEnd(',', ' ')}\n" : "")}");
        WriteClock();
        WritePlace();
        WriteStaff();
        text.Append(CultureInfo.InvariantCulture,
            $"    priority: {dice.Of("2", "urgency", "{ table: ranks }", "[ 3, \"1 after 6 h\" ]", "[ urgency, \"1 after 8 h of stay\" ]", "[ 5, \"3 after exponential mean 2 h\", \"1 after 1 d\" ]")}\n");
        WriteGivingUp();
        WriteSets();
        if (stage == 0 || dice.InPercent(30))
        {
            text.Append(CultureInfo.InvariantCulture, $"    adds: {{ miles: {dice.Of("{ table: ways }", "2")} }}\n");
        }

        if (dice.InPercent(30))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"    delayed: {dice.Of("{ reason: A, attribution: { nhs: 60 %, social-care: rest } }", "{ reason: C, attribution: nhs }")}\n");
        }

        if (dice.InPercent(30))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"    divert: {{ early: {{ share: 10 %, if: \"weekday = Mon or {Shortage()} or clock(stay) > 2 d\", to: diverted }} }}\n");
        }

        if (dice.InPercent(50))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"    starts_with: {{ stream: planned, in_place: {dice.Below(5)}, waiting: {1 + dice.Below(3)}, sets: {{ urgency: \"3\" }} }}\n");
        }

        var goesBack = dice.InPercent(45);
        text.Append(CultureInfo.InvariantCulture, $"    time: {Time(goesBack)}\n    then: {Then(goesBack)}\n");
    }

    private string Shortage() => dice.Of(
        $"waiting({shape.OneBed(0)}) > 2", $"waiting({shape.WardsAt()}) > 3", $"free({shape.WardsAt()}) = 0", $"occupied({shape.WardsAt()}) > 90 %");

    private void WriteClock()
    {
        var clock = dice.Of("stay", "stay", "stay", "{ stay: within 30 min }", "[ stay, visit ]", "{ stay: within 4 h, visit: within 0 min }", "");
        if (clock.Length > 0 || stage == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    clock: {(clock.Length > 0 ? clock : "stay")}\n");
        }
    }

    private void WritePlace()
    {
        var stays = stage > 0 && dice.InPercent(30);
        var place = stays ? dice.Of("keep", "keep", "none") : Place(shape);
        text.Append(CultureInfo.InvariantCulture, $"    place: {place}\n");
        if (stage > 0 && place != "keep" && dice.InPercent(30))
        {
            text.Append(CultureInfo.InvariantCulture, $"    keep: [ {dice.Of("chairs", "wards", "bed-0", "care")} ]\n");
        }

        if (place.Contains("after", StringComparison.Ordinal) && IsOfOnePoolEach(place) && dice.InPercent(80))
        {
            shape.WithMovesBack.Add(stage);
            text.Append(CultureInfo.InvariantCulture, $"    moves_back: {{ priority: {dice.Of("4", "1")}{dice.Of(", during: daily 08:00-20:00", "")} }}\n");
        }
    }

    private void WriteStaff()
    {
        if (dice.InPercent(15))
        {
            shape.WithNumberOfStaff.Add(stage);
            text.Append("    staff: { pool: team-0, n: 1 }\n");
            return;
        }

        if (dice.InPercent(60))
        {
            shape.WithStaff.Add(stage);
            var last = $"team-{shape.Teams - 1}";
            text.Append(CultureInfo.InvariantCulture,
                $"    staff: {dice.Of("team-0", last, shape.Teams > 1 ? "\"team-0 + team-1\"" : "\"2 of team-0\"", $"[ team-0, \"{last} after {Alternative(dice)}\" ]", $"[ \"2 of team-0 for 20 min\", \"team-0 after {Alternative(dice)} for 1 h\" ]", "\"team-0 for 20 min\"", "{ pool: team-0, for: { table: cleaning } }")}\n");
        }
    }

    /// <summary>Each reason leads to an exit of its own, so that it can be seen which patients came to it.</summary>
    private void WriteGivingUp()
    {
        var later = stage + 1 < shape.Stages ? $"stage-{stage + 1 + dice.Below(shape.Stages - stage - 1)}" : "too-late";
        var reasons = new List<string>
        {
            dice.Of(
                "{ after: 2 d, to: too-late }",
                "{ after: exponential mean 1 d, to: too-late }",
                $"{{ after: exponential mean 1 d, to: {later} }}",
                "{ after: patience, to: out-of-patience }",
                "{ after: patience of stay, to: tired }",
                "{ after: { table: waits }, to: by-table }",
                "{ after: until next 13:00, to: cancelled }"),
        };
        if (dice.InPercent(30))
        {
            reasons.Add(dice.Of($"{{ queue: {dice.Below(5)}, to: put-off }}", $"{{ queue: {2 + dice.Below(3)}, to: {later} }}"));
        }

        if (dice.InPercent(20))
        {
            reasons.Add("{ after: 30 h of stay, to: tired }");
        }

        text.Append(CultureInfo.InvariantCulture,
            $"    gives_up: [ {string.Join(", ", reasons)}{(dice.InPercent(90) ? ", { after: 5 d, to: too-late }" : "")} ]\n");
    }

    private void WriteSets()
    {
        var sets = new List<string>();
        if (dice.InPercent(30))
        {
            sets.Add("turns: +1, urgency: [ { if: \"turns > 1\", is: \"1\" }, { is: { copy: urgency } } ]");
        }

        if (shape.HasSites && dice.InPercent(25))
        {
            sets.Add(dice.Of("site: { copy: neighbour }", "site: { north: 50 %, south: rest }", "neighbour: { copy: site }"));
            sets.AddRange(shape.HasSides ? ["side: { left: 50 %, right: rest }"] : []);
        }

        if (dice.InPercent(15))
        {
            sets.Add("patience: exponential mean 8 h");
        }

        if (sets.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    sets: {{ {string.Join(", ", sets)} }}\n");
        }
    }

    private string Time(bool goesBack) => !goesBack && dice.InPercent(15)
        ? dice.Of("0 s", "until office opens")
        : dice.Of(
            "45 min",
            "exponential mean 5 h at least 1 min",
            "lognormal mean 8 h sd 8 h at least 1 min",
            "{ table: stays }",
            "until next rounds",
            "until next drawn leaving",
            "3 h of office",
            "[ { share: 70 %, time: 2 h }, { share: 30 %, time: gamma mean 1 d sd 12 h at least 1 min } ]",
            "triangular 10 min 30 min 2 h");

    private string Then(bool goesBack)
    {
        var on = stage + 1 < shape.Stages ? $"stage-{stage + 1}" : dice.Of("leave", "gone");
        var back = $"stage-{dice.Below(stage + 1)}";
        return goesBack
            ? dice.Of(
                $"{{ {back}: 15 %, {on}: rest }}",
                $"[ {{ if: \"visits(stage-{stage}) < 3 and urgency = 3\", to: {{ {back}: 40 %, {on}: rest }} }}, {{ to: {on} }} ]",
                $"[ {{ if: \"visits(stage-{stage}) < 3\", to: {back} }}, {{ to: {on} }} ]")
            : dice.Of(on, $"{{ {on}: 90 %, too-late: rest }}", $"{{ by: age, young: {on}, old: {dice.Of("gone", on)} }}");
    }
}
