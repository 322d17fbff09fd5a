using System.Globalization;
using System.Text;
using MdevDesired.Diagnostics;

namespace MdevDesired.Rendering.Statuses;

/// <summary>Collects metrics in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal sealed class MetricsText
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a metric whose samples follow.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What it says; one line.</param>
    public void Gauge(string name, string help) => Begin(name, help, "gauge");

    /// <summary>Begins a metric that only ever grows while the process lives.</summary>
    /// <param name="name">Its name, which ends in <c>_total</c>.</param>
    /// <param name="help">What it says; one line.</param>
    public void Counter(string name, string help) => Begin(name, help, "counter");

    public void Sample(string name, double value, params (string Name, string Value)[] labels)
    {
        var pairs = string.Join(',', labels.Select(label => $"{label.Name}=\"{Escape(label.Value)}\""));
        _text.Append(CultureInfo.InvariantCulture, $"{name}{(pairs.Length == 0 ? "" : $"{{{pairs}}}")} {value}\n");
    }

    public override string ToString() => _text.ToString();

    private void Begin(string name, string help, string type) => _text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");

    // Control characters are no text of the format's either: they would drive the terminal that shows it.
    private static string Escape(string value) => string.Join('\n', value.Split('\n').Select(UserText.Escape))
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
