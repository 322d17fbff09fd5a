using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Validation;
using MdevDesired.Reporting;
using MdevDesired.Saving;

namespace MdevDesired.Cli.Verbs;

/// <summary>What plan, apply and status begin with: a host and what is desired of it.</summary>
internal sealed class Undertaking
{
    private readonly Surroundings _surroundings;

    private string? _told;

    /// <param name="surroundings">Where to tell.</param>
    public Undertaking(Surroundings surroundings) => _surroundings = surroundings;

    public required HostPorts Host { get; init; }

    public required DesiredState Desired { get; init; }

    /// <summary>The documents, as they were read.</summary>
    public required IReadOnlyList<SourceText> Documents { get; init; }

    /// <summary>What the user asks of the plan.</summary>
    public required PlanOptions Options { get; init; }

    /// <summary>The plan that was agreed to, or null.</summary>
    public SavedPlan? Saved { get; private init; }

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
        return Load(surroundings, host, reader.Files, options, null);
    }

    /// <summary>Reads a saved plan; null when it cannot be applied to the host, which the user is told.</summary>
    /// <param name="surroundings">Where to read and tell.</param>
    /// <param name="root">Where the host's file systems are.</param>
    /// <param name="observed">A snapshot in place of the host, or null.</param>
    /// <param name="path">The saved plan.</param>
    public static Undertaking? Resume(Surroundings surroundings, string root, string? observed, string path) =>
        HostOpening.Open(surroundings, root, observed) is { } host && SavedPlanFile.Read(path, host.Name, surroundings) is { } saved
            ? Load(surroundings, host, new(saved.Documents, []), saved.Options, saved)
            : null;

    /// <summary>Looks at the host and compares.</summary>
    public HostAssessment Assess() => HostAssessment.Of(Host.Observe, Desired, Ledger(), Options);

    /// <summary>The same, with a closer look: at what nobody lists too, and at whoever holds devices open.</summary>
    public HostAssessment Survey()
    {
        if (Host.Simulation is null && !Environment.IsPrivilegedProcess)
        {
            _surroundings.Announce([new(InputCodes.OthersNotSeen, Severity.Note, null, "the processes of other users cannot be looked at", "root sees who holds devices open")]);
        }

        return HostSurvey.Of(Host.Observe, Desired, Ledger(), Options);
    }

    private static Undertaking? Load(Surroundings surroundings, HostPorts? host, InputFiles files, PlanOptions options, SavedPlan? saved)
    {
        var loaded = DesiredStateLoader.Load(files.Sources, host?.Name);
        var diagnostics = files.Diagnostics.Concat(loaded.Diagnostics).ToList();
        surroundings.Announce(diagnostics, files);
        surroundings.ErrorOf(Severity.Error).Write(DiagnosticText.Sum(diagnostics));
        return host is null || diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)
            ? null
            : new(surroundings) { Host = host, Desired = loaded.State, Documents = files.Sources, Options = options, Saved = saved };
    }

    private Ledger Ledger()
    {
        var reading = Host.Store.Load();
        // A run may look many times: the same trouble is told once.
        if (reading.Problem is { } problem && problem.Message != _told)
        {
            _told = problem.Message;
            _surroundings.Announce([problem]);
        }

        return reading.Ledger;
    }
}
