using System.Globalization;

namespace MdevDesired.Simulation;

/// <summary>Names that the kernel numbers: each new one has the lowest number that is free.</summary>
/// <param name="prefix">What stands before the number.</param>
/// <param name="taken">The names that there are, others than numbered ones too.</param>
internal sealed class NumberedNames(string prefix, IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    private int _lowest;

    public bool Has(string name) => _taken.Contains(name);

    /// <summary>A new name.</summary>
    public string Take()
    {
        while (!_taken.Add(Name(_lowest)))
        {
            _lowest++;
        }

        return Name(_lowest);
    }

    /// <summary>Takes a name that somebody chose.</summary>
    public void Take(string name) => _taken.Add(name);

    public void Free(string? name)
    {
        if (name is not null && _taken.Remove(name) && name.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _lowest = Math.Min(_lowest, number);
        }
    }

    private string Name(int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
