using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class ConditionTextTests
{
    [TestCase("type = 1", "(= type 1)")]
    [TestCase("a = x and b = y or c = z", "(or (and (= a x) (= b y)) (= c z))")]
    [TestCase("a = x and (b = y or c = z)", "(and (= a x) (or (= b y) (= c z)))")]
    [TestCase("not a = x and open(office)", "(and (not (= a x)) (open: office))")]
    [TestCase("waiting(handover@nearest) > 6 and waiting(handover@second) < 3", "(and (> (waiting: handover@nearest) 6) (< (waiting: handover@second) 3))")]
    [TestCase("occupied(medical-bed@site) <= 92 %", "(<= (occupied: medical-bed@site) 0.92)")]
    [TestCase("clock(ed) > 3.5 h", "(> (clock: ed) 12600s)")]
    [TestCase("clock(ed)>4h", "(> (clock: ed) 14400s)")]
    [TestCase("date >= 2017-10-01", "(>= date 2017-10-01)")]
    [TestCase("age != 65-84", "(!= age 65-84)")]
    [TestCase("answers = 'no' and visits(call-back) < 3", "(and (= answers 'no') (< (visits: call-back) 3))")]
    [TestCase("waiting(2 of bed@site + nurse) >= 1", "(>= (waiting: 2 of bed@site + nurse) 1)")]
    [TestCase("a + b >= 3", "(>= (+ a b) 3)")]
    [TestCase("waiting(a)+waiting(b) + 2 < c + d and e", "(and (< (+ (+ (waiting: a) (waiting: b)) 2) (+ c d)) e)")]
    [TestCase("age = 85+", "(= age 85+)")]
    [TestCase("hour >= 8 and hour < 20", "(and (>= hour 8) (< hour 20))")]
    public void A_condition_is_a_tree(string text, string tree)
    {
        Assert.That(ConditionText.TryParse(text, out var condition, out var expected), Is.True, expected);
        Assert.That(Write(condition!), Is.EqualTo(tree));
    }

    [Test]
    public void A_node_knows_where_it_stands()
    {
        Assert.That(ConditionText.TryParse("a = x and b = y", out var condition, out _), Is.True);
        Assert.That(((ConditionNode.Binary)condition!).Right.Position, Is.EqualTo(10));
    }

    [TestCase("", "character 1")]
    [TestCase("a =", "character 4")]
    [TestCase("a == 1", "character 4")]
    [TestCase("a = 1 b", "character 7")]
    [TestCase("(a = 1", "character 7")]
    [TestCase("waiting(ward", "character 13")]
    [TestCase("a & b", "character 3")]
    [TestCase("a = 'x", "character 5")]
    [TestCase("and a", "character 1")]
    [TestCase("a < b < c", "character 7")]
    [TestCase("a + >= 3", "character 5")]
    public void A_broken_condition_is_refused_at_its_place(string text, string where)
    {
        Assert.That(ConditionText.TryParse(text, out _, out var expected), Is.False);
        Assert.That(expected, Does.Contain(where));
    }

    private static string Write(ConditionNode node) => node switch
    {
        ConditionNode.Binary binary => $"({binary.Operator} {Write(binary.Left)} {Write(binary.Right)})",
        ConditionNode.Sum sum => $"(+ {Write(sum.Left)} {Write(sum.Right)})",
        ConditionNode.Not not => $"(not {Write(not.Operand)})",
        ConditionNode.Call call => $"({call.Function}: {call.Argument})",
        ConditionNode.Name name => name.Text,
        ConditionNode.Number number => NumberText.Write(number.Value) + (number.Unit == ConditionUnit.Time ? "s" : ""),
        ConditionNode.Date date => DateText.Write(date.Value),
        ConditionNode.Quoted quoted => $"'{quoted.Text}'",
        _ => throw new InvalidOperationException(),
    };
}
