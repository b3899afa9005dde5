using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Language;

namespace FlowSim.Cli;

/// <summary><c>flowsim schema</c>: what editors complete and check a system's files against.</summary>
internal static class SchemaCommand
{
    public const string Name = "schema";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Prints a JSON Schema of a system's files, made from the same table of keys that FlowSim reads them by. An editor that knows YAML schemas completes keys, shows what each means and marks what is wrong while one writes: name the schema in the first line of a file, '# yaml-language-server: $schema=system.schema.json'.",
            "The schema knows keys, their forms and simple patterns. Names, units and meaning are for 'flowsim check'.",
        ],
        Examples =
        [
            ("flowsim schema > system.schema.json", "of system.yaml"),
            ("flowsim schema part > part.schema.json", "of further YAML files beside it, in which nothing is required"),
            ("flowsim schema layer > layer.schema.json", "of files that are laid over a part, and of parts/"),
            ("flowsim schema scenario > scenario.schema.json", "of the files in scenarios/"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => JsonSchema.Files[0],
            Description = "system (the default), part or scenario.",
        };
        file.AcceptOnlyFromAmong([.. JsonSchema.Files]);
        var command = new Command(Name, "print a JSON Schema for editors") { file };
        command.SetAction(result =>
        {
            terminal.Out.Write(JsonSchema.Of(result.GetValue(file)!));
            return ExitCode.Done;
        });
        return command;
    }
}
