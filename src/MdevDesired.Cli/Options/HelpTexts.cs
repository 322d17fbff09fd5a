namespace MdevDesired.Cli.Options;

/// <summary>What <c>--help</c> says of the commands.</summary>
internal static class HelpTexts
{
    public const string Root = """
        Keeps the hardware sub devices of this host as a file says they should be.

        Examples:
          mdev-desired validate -f rack7.yaml    check a document, offline
          mdev-desired plan -f rack7.yaml        show what apply would do
          mdev-desired apply -f rack7.yaml       do it
          mdev-desired show                      show what the host has

        Exit codes: 0 done, 1 error, 2 changes pending (--exit-code), 3 invalid
        input or command line, 4 partly applied, 5 locked, 130 interrupted.
        """;

    public const string Validate = """
        Checks documents without looking at a host: for editors and CI.

        Examples:
          mdev-desired validate -f rack7.yaml
          mdev-desired validate -f desired/ -o sarif > findings.sarif
        """;

    public const string Plan = """
        Shows what apply would do, and changes nothing.

        Examples:
          mdev-desired plan
          mdev-desired plan -f rack7.yaml --exit-code
          mdev-desired plan -f rack7.yaml --observed node-7.yaml -o json
        """;

    public const string Apply = """
        Makes the host as the documents say, and looks again whether it is.

        On a terminal it asks first when something that exists is taken away from
        whoever may use it; elsewhere it goes ahead.

        Examples:
          mdev-desired apply
          mdev-desired apply -f rack7.yaml --yes
          mdev-desired apply -f rack7.yaml --observed node-7.yaml \
            --observed-out node-7-afterwards.yaml
        """;

    public const string Show = """
        Shows what the host has: parents, types, sub devices and who made them.

        Examples:
          mdev-desired show
          mdev-desired show -o yaml > node-7.yaml    a snapshot for --observed
        """;

    public const string Explain = """
        Explains a diagnostic; without a code, lists them all.

        Examples:
          mdev-desired explain MD0012
          mdev-desired explain
        """;

    public const string Version = "Shows the version.";
}
