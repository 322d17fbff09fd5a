using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Reporting;

namespace MdevDesired.Cli.Verbs;

/// <summary>What plan and apply begin with: a host and what is desired of it.</summary>
internal sealed class Undertaking(Surroundings surroundings, HostPorts host, DesiredState desired, PlanOptions options)
{
    public HostPorts Host { get; } = host;

    public DesiredState Desired { get; } = desired;

    /// <summary>Reads the input; null when it is invalid, which the user is told.</summary>
    /// <param name="surroundings">Where to read and tell.</param>
    /// <param name="root">Where the host's file systems are.</param>
    /// <param name="observed">A snapshot in place of the host, or null.</param>
    /// <param name="files">The documents that the user named.</param>
    /// <param name="options">What the user asks of the plan.</param>
    public static Undertaking? Begin(
        Surroundings surroundings, string root, string? observed, IReadOnlyList<string> files, PlanOptions options)
    {
        // Without a host the documents are checked all the same: everything that is wrong is told at once.
        var host = HostOpening.Open(surroundings, root, observed);
        var reader = new InputReader(surroundings.OpenInput);
        reader.ReadDocuments(files, root);
        var loaded = DesiredStateLoader.Load(reader.Files.Sources, host?.Name);
        var diagnostics = reader.Files.Diagnostics.Concat(loaded.Diagnostics).ToList();
        surroundings.Announce(diagnostics, reader.Files);
        return host is null || diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error)
            ? null
            : new(surroundings, host, loaded.State, options);
    }

    /// <summary>Looks at the host and compares.</summary>
    public HostAssessment Assess() => HostAssessment.Of(Host.Observe, Desired, Ledger(), options);

    /// <summary>The same, with a closer look: at what nobody lists too, and at whoever holds devices open.</summary>
    public HostAssessment Survey()
    {
        if (Host.Simulation is null && !Environment.IsPrivilegedProcess)
        {
            surroundings.Announce([new(InputCodes.OthersNotSeen, Severity.Note, null, "the processes of other users cannot be looked at", "root sees who holds devices open")]);
        }

        return HostSurvey.Of(Host.Observe, Desired, Ledger(), options);
    }

    private Ledger Ledger()
    {
        var reading = Host.Store.Load();
        surroundings.Announce(reading.Problem is { } problem ? [problem] : []);
        return reading.Ledger;
    }
}
