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
    public void Gauge(string name, string help) => _text.Append($"# HELP {name} {help}\n# TYPE {name} gauge\n");

    public void Sample(string name, int value, params (string Name, string Value)[] labels)
    {
        var pairs = string.Join(',', labels.Select(label => $"{label.Name}=\"{Escape(label.Value)}\""));
        _text.Append(pairs.Length == 0 ? $"{name} {value}\n" : $"{name}{{{pairs}}} {value}\n");
    }

    public override string ToString() => _text.ToString();

    // Control characters are no text of the format's either: they would drive the terminal that shows it.
    private static string Escape(string value) => string.Join('\n', value.Split('\n').Select(UserText.Escape))
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
