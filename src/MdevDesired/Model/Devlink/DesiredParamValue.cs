namespace MdevDesired.Model.Devlink;

/// <summary>A value of a document: a boolean, a whole number or a text.</summary>
/// <param name="Form">Which of them.</param>
/// <param name="Text">As devlink(8) takes it: true or false, decimal digits, the text itself.</param>
internal readonly record struct DesiredParamValue(DesiredParamForm Form, string Text)
{
    public override string ToString() => Text;
}

/// <summary>How a value stands in a document.</summary>
internal enum DesiredParamForm
{
    Text,

    Boolean,

    Integer,
}
