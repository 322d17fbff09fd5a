namespace MdevDesired.Model;

/// <summary>A value written to an attribute, without the newline that ends every write.</summary>
internal sealed record AttributeValue(AttributeName Name, string Value);
