using System.CommandLine;
using System.CommandLine.Parsing;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Model;

namespace MdevDesired.Cli.Options;

/// <summary>Makes the options that several commands have, so that they are called and explained alike.</summary>
internal static class Flags
{
    /// <summary>Of every command: where the host's file systems are.</summary>
    public static Option<string> Root() => new("--root")
    {
        Description = "Put /sys, /proc, /run and /etc under DIR. Default: /",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => "/",
        CustomParser = ExistingFolder,
    };

    public static Option<string[]> Files(string kinds = "A document, a folder of them (*.yaml, *.yml) or - for standard input") => new("-f", "--file")
    {
        Description = $"{kinds}; repeatable. Default: /etc/mdev-desired",
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string?> Observed() => new("--observed")
    {
        Description = "Take this snapshot (show -o yaml) in place of the host.",
        HelpName = "FILE",
    };

    public static Option<ParentAddress?> Parent() => new("--parent")
    {
        Description = "Look at this parent device only.",
        HelpName = "PARENT",
        CustomParser = Address,
    };

    public static Option<bool> Adopt() => Switch("--adopt", "Take over listed devices that others made and that differ.");

    public static Option<bool> PruneRemoved() => Switch("--prune-removed", "Remove what was created for documents not in this input.");

    /// <param name="formats">The formats on offer, the default first.</param>
    public static Option<string> Output(params string[] formats)
    {
        var option = new Option<string>("-o", "--output")
        {
            Description = $"The form of the result: {string.Join(", ", formats)}. Default: {formats[0]}",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => formats[0],
        };
        option.CompletionSources.Add(formats);
        option.Validators.Add(result => RejectOthers(result, formats));
        return option;
    }

    public static Option<bool> AllowDisruption() =>
        Switch("--allow-disruption", "Disturb what is in use too, but never an open VFIO device.");

    public static Option<TimeSpan> LockTimeout() => Duration("--lock-timeout", "How long to wait for another run to end.", "30s");

    public static Option<TimeSpan?> Timeout() => OptionalDuration("--timeout", "How long to wait for the kernel in each action (30s; reload, eswitch 5m).");

    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    /// <param name="name">Its name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="standard">What it is where the user names none.</param>
    /// <param name="least">The shortest that makes sense.</param>
    public static Option<TimeSpan> Duration(string name, string description, string standard, TimeSpan least = default) => new(name)
    {
        Description = $"{description} Default: {standard}",
        HelpName = "DURATION",
        DefaultValueFactory = _ => DurationText.TryParse(standard, out var value) ? value : default,
        CustomParser = result => Length(name, result, least),
    };

    /// <summary>A length of time that is null where the user names none.</summary>
    public static Option<TimeSpan?> OptionalDuration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = result => Length(name, result),
    };

    private static void RejectOthers(OptionResult result, string[] formats)
    {
        if (result.Tokens is [{ Value: var text }] && !formats.Contains(text))
        {
            var hint = Suggestion.For(text, formats) is { } near ? $"; {near}" : "";
            result.AddError($"-o: \"{text}\" is none of {string.Join(", ", formats)}{hint}");
        }
    }

    private static string? ExistingFolder(ArgumentResult result)
    {
        var path = result.Tokens[0].Value;
        if (!Directory.Exists(path))
        {
            result.AddError($"--root: {path} is no folder");
        }

        return path;
    }

    private static ParentAddress? Address(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ParentAddress.Reject(text) is not { } why)
        {
            return ParentAddress.Parse(text);
        }

        result.AddError($"--parent: \"{text}\" {why}; write bus/name as in pci/0000:05:00.0, or the kernel's bare name as in mtty");
        return null;
    }

    private static TimeSpan Length(string name, ArgumentResult result, TimeSpan least = default)
    {
        var text = result.Tokens[0].Value;
        if (!DurationText.TryParse(text, out var value))
        {
            result.AddError($"{name}: \"{text}\" is no duration; write 500ms, 30s, 1m30s or 1h");
        }
        else if (value < least)
        {
            result.AddError($"{name}: \"{text}\" is too short; write {least.TotalSeconds:0}s or more");
        }

        return value;
    }
}
