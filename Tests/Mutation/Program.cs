using System.Globalization;
using FlowSim.Tests.Mutation;

// install MUTATED ENGINE noting|plain                   the mutated engine, with a quick switch in it
// coverage MAP                                          which test passes which mutants
// score REPORT MAP RESULT QUICK SHARE WORD…             judges a share [%, or from-to] of the mutants of the files whose path contains a word, by tests of
//                                                       up to QUICK ms and by those whose name contains a WORD that follows a +
// judge MAP IDS VERDICTS MODE                           what "score" starts
switch (args[0])
{
    case "install":
        MutantSwitch.Install(args[1], args[2], args[3] == "noting");
        break;
    case "coverage":
        CoverageMap.Measure().Write(args[1]);
        break;
    case "judge":
        Judgement.Run(args[1], args[2], args[3], Enum.Parse<Judging>(args[4]));
        break;
    case "score":
        Score.Run(args[1], args[2], args[3], double.Parse(args[4], CultureInfo.InvariantCulture), args[5], args[6..]);
        break;
    default:
        throw new ArgumentException($"expected install, coverage, score or judge, received {args[0]}");
}
