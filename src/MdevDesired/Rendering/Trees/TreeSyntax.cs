namespace MdevDesired.Rendering.Trees;

/// <summary>How a tree is spelled.</summary>
internal enum TreeSyntax
{
    Json,
    Yaml,
}
