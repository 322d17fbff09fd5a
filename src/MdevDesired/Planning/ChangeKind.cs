namespace MdevDesired.Planning;

/// <summary>What becomes of one sub device, in Terraform's terms.</summary>
internal enum ChangeKind
{
    Create,
    Change,
    Replace,
    Remove,
    Adopt,
}
