using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Simulated;
using MdevDesired.Planning;
using MdevDesired.Planning.Attributes;

namespace MdevDesired.Simulation;

/// <summary>How the attributes of a simulated device take writes.</summary>
internal static class SimulatedAttributes
{
    /// <summary>The attribute of a new device.</summary>
    public static ObservedAttribute New(AttributeRule rule) => rule.Access == AttributeAccess.WriteOnly
        ? new(rule.Name, AttributeState.WriteOnly, null)
        : ObservedAttribute.Readable(rule.Name, rule.Initially ?? "");

    /// <exception cref="KernelException">ENOENT: no such attribute; EIO: read-only; EBUSY: bound; EINVAL: not among its values.</exception>
    public static void Write(SimulatedMdev mdev, WriteAttribute write)
    {
        var path = $"/sys/bus/mdev/devices/{mdev.Uuid}/{write.Attribute}";
        if (Refusal(mdev, write) is { } errno)
        {
            throw new KernelException($"write \"{write.Value}\"", path, errno);
        }

        if (AssignedSet.Of(write.Attribute) is { } assigned)
        {
            SetMembers(mdev, assigned, members => [.. members, CanonicalValue.Of(write.Value)]);
        }
        else if (AssignedSet.OfUnassign(write.Attribute) is { } unassigned)
        {
            SetMembers(mdev, unassigned, members => members.Where(member => member != CanonicalValue.Of(write.Value)));
        }
        else if (mdev.Read(write.Attribute).State != AttributeState.WriteOnly)
        {
            mdev.Set(ObservedAttribute.Readable(write.Attribute, write.Value));
        }
    }

    // A snapshot of a host shows attributes without rules: those are taken to be plain ones.
    private static Errno? Refusal(SimulatedMdev mdev, WriteAttribute write)
    {
        var rule = mdev.Parent.Rules.Attributes.FirstOrDefault(each => each.Name == write.Attribute);
        return rule is null ? (mdev.Read(write.Attribute).State == AttributeState.Absent ? Errno.ENOENT : null)
            : rule.Access == AttributeAccess.ReadOnly ? Errno.EIO
            : mdev.Driver is not null && !rule.WritableWhileBound ? Errno.EBUSY
            : rule.Values.Count > 0 && !rule.Values.Select(CanonicalValue.Of).Contains(CanonicalValue.Of(write.Value)) ? Errno.EINVAL
            : null;
    }

    private static void SetMembers(SimulatedMdev mdev, AssignedSet pair, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        if (mdev.Read(pair.ReadBack) is { Value: { } text })
        {
            var members = change(pair.Members(text)).Distinct().Order(StringComparer.Ordinal);
            mdev.Set(ObservedAttribute.Readable(pair.ReadBack, string.Join('\n', members)));
        }
    }
}
