namespace MdevDesired.Cli.Options;

/// <summary>What the help says of each command.</summary>
internal static class HelpTexts
{
    public static readonly VerbHelp Root = new(
        "Keeps the hardware sub devices of this host as a file says they should be.",
        "Exit codes: 0 done, 1 error, 2 changes pending (with --exit-code), 3 invalid input or command line, 4 partly applied, "
        + "5 another run has the lock, 130 interrupted.",
        ("mdev-desired validate -f rack7.yaml", "Check a document, offline."),
        ("mdev-desired plan -f rack7.yaml", "Show what apply would do."),
        ("mdev-desired apply -f rack7.yaml", "Do it."),
        ("mdev-desired status", "Show how each device stands."),
        ("mdev-desired watch", "Keep the host so, all day: the service."),
        ("mdev-desired show", "Show what the host has."));

    public static readonly VerbHelp Validate = new(
        "Check documents without looking at a host.",
        "What is found goes to standard output; with an error the exit code is 3.",
        ("mdev-desired validate -f rack7.yaml", "Check one document."),
        ("mdev-desired validate -f desired/ -o sarif > findings.sarif", "For code scanning."));

    public static readonly VerbHelp Plan = new(
        "Show what apply would do, and change nothing.",
        "Signs: + create, ~ change, -/+ replace (remove and create), - remove, = adopt (only remember).",
        ("mdev-desired plan", "Compare this host with /etc/mdev-desired."),
        ("mdev-desired plan -f rack7.yaml --out rack7.plan", "Save it: apply rack7.plan does just that, or nothing."),
        ("mdev-desired plan -f rack7.yaml --exit-code", "Exit with 2 when something is to be done."),
        ("mdev-desired plan -f rack7.yaml --observed node-7.yaml -o json", "Compare a snapshot of another host."));

    public static readonly VerbHelp Apply = new(
        "Make the host as the documents say, and look again whether it is.",
        "On a terminal it asks first when something that exists is taken away from whoever may use it; elsewhere it goes ahead. A saved plan "
        + "(plan --out) is the agreement: it is applied without a question, and refused when something else would be done by now. With --wait, or "
        + "\"wait\" in the document, parents that are there are applied at once and late ones as they come; with --rollback all at the end.",
        ("mdev-desired apply", "Bring this host to what /etc/mdev-desired says."),
        ("mdev-desired apply -f rack7.yaml --yes", "Do not ask."),
        ("mdev-desired apply rack7.plan", "Do what a saved plan says, or nothing."),
        ("mdev-desired apply -f a.yaml --observed h.yaml --observed-out h.yaml", "Try it on a simulated host."));

    public static readonly VerbHelp Status = new(
        "Show how each device stands against the documents.",
        "States: in sync; missing, drifted (apply mends them); pending (the kernel has not answered yet); blocked (apply cannot mend it now); "
        + "parent absent; leftover (listed no longer, apply removes it); unmanaged (nobody lists it, apply leaves it). Who holds a device "
        + "open is named beside it.",
        ("mdev-desired status", "Compare this host with /etc/mdev-desired."),
        ("mdev-desired status --exit-code > /dev/null", "Exit with 2 when anything is not in sync."),
        ("mdev-desired status -o prometheus > mdev.prom", "Metrics, for node_exporter's textfile collector."));

    public static readonly VerbHelp Watch = new(
        "Keep the host as the documents say: the service.",
        "It looks when it starts, when the host or the documents change, on SIGHUP, and at least every --interval. Changes that come together are "
        + "one; before anything is removed the documents must have rested for 5 s. Documents with mistakes change nothing until they are mended. "
        + "What fails is tried again after 1 s, then twice as long each time, up to 5 min; other parents go on. Nothing that is in use is disturbed. "
        + "SIGTERM finishes the device at hand and ends with 0.",
        ("mdev-desired watch --prune-removed", "What the service runs: /etc/mdev-desired is all that is wanted."),
        ("mdev-desired watch --observe-only --interval 1m", "Report drift and change nothing."),
        ("mdev-desired watch --textfile /var/lib/node_exporter/mdev.prom", "With metrics for node_exporter."));

    public static readonly VerbHelp Show = new(
        "Show what the host has: parents, types, sub devices and who made them.",
        null,
        ("mdev-desired show", "For people."),
        ("mdev-desired show -o yaml > node-7.yaml", "A snapshot, which --observed takes."));

    public static readonly VerbHelp Explain = new(
        "Explain a diagnostic; without a code, list them all.",
        null,
        ("mdev-desired explain MD0012", "What it means and what to do."));

    public static readonly VerbHelp Completion = new(
        "Write what makes a shell complete command lines.",
        "The Debian package has installed it for all three.",
        ("source <(mdev-desired completion bash)", "For this bash."),
        ("mdev-desired completion zsh > ~/.zfunc/_mdev-desired", "For zsh, with ~/.zfunc in its fpath."));

    public static readonly VerbHelp Version = new("Show the version.", null);

    /// <summary>The help of the command with that name; the program's own for any other.</summary>
    public static VerbHelp Of(string command) => command switch
    {
        "validate" => Validate,
        "plan" => Plan,
        "apply" => Apply,
        "status" => Status,
        "watch" => Watch,
        "show" => Show,
        "explain" => Explain,
        "completion" => Completion,
        "version" => Version,
        _ => Root,
    };
}
