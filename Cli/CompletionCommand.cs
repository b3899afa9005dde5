using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;

namespace FlowSim.Cli;

/// <summary><c>flowsim completion</c>: a script for the shell that completes commands, options, systems, scenarios, charts and measures.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";

    private const string Bash = """
        _flowsim() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(flowsim "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _flowsim flowsim
        """;

    private const string Zsh = """
        _flowsim() {
          local -a words_found
          words_found=("${(@f)$(flowsim "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a words_found
          [[ ${#words_found} -gt 0 && -n ${words_found[1]} ]] || _files
        }
        compdef _flowsim flowsim
        """;

    private const string Fish = """
        complete -c flowsim -a '(flowsim "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName flowsim -ScriptBlock {
          param($word, $line, $position)
          flowsim "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["powershell"] = PowerShell,
    };

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Prints a script that lets the shell complete what is typed after 'flowsim': commands, options, and the names of systems, scenarios, charts and measures.",
        ],
        Examples =
        [
            ("source <(flowsim completion bash)", "in ~/.bashrc"),
            ("source <(flowsim completion zsh)", "in ~/.zshrc, after compinit"),
            ("flowsim completion fish > ~/.config/fish/completions/flowsim.fish", "once"),
            ("flowsim completion powershell | Out-String | Invoke-Expression", "in the profile"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command(Name, "complete commands and names in a shell") { shell };
        command.SetAction(result =>
        {
            terminal.Out.WriteLine(Scripts[result.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Done;
        });
        return command;
    }
}
