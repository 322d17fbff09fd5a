using Spectre.Console;
using Spectre.Console.Rendering;

namespace MdevDesired.Cli.Terminals;

/// <summary>Shows how many of how many are done.</summary>
internal sealed class CountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}"));
}
