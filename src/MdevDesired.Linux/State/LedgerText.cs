using System.Text.Json;
using MdevDesired.Model;

namespace MdevDesired.Linux.State;

/// <summary>Turns a ledger into the text of its file and back.</summary>
internal static class LedgerText
{
    /// <summary>The UTF-8 text, ordered by identity.</summary>
    public static byte[] Write(Ledger ledger)
    {
        var document = new LedgerDocument
        {
            Entries = [.. ledger.Entries.OrderBy(entry => entry.Id).Select(Entry)],
            Pending = ledger.Pending.Count == 0 ? null : [.. ledger.Pending.OrderBy(operation => operation.Id).Select(Pending)],
            Devlink = ledger.Devlink.Count == 0 ? null : [.. ledger.Devlink.OrderBy(memory => memory.Id).Select(Devlink)],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, LedgerJson.Default.LedgerDocument), (byte)'\n'];
    }

    /// <summary>The version that the text says it has.</summary>
    /// <exception cref="FormatException">The text is no ledger of any version.</exception>
    public static int VersionOf(ReadOnlyMemory<byte> text) => Understand(() =>
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("version").GetInt32();
    });

    /// <summary>Reads a text of the current version.</summary>
    /// <exception cref="FormatException">Something in it is not what the version has there.</exception>
    public static Ledger Read(ReadOnlyMemory<byte> text) => Understand(() =>
    {
        var document = JsonSerializer.Deserialize(text.Span, LedgerJson.Default.LedgerDocument) ?? throw new FormatException("it is null");
        var entries = document.Entries.Select(entry => Entry(Stated(entry))).OrderBy(entry => entry.Id).ToEquatableArray();
        return entries.DistinctBy(entry => entry.Id).Count() == entries.Count
            ? new Ledger(entries)
            {
                Pending = (document.Pending ?? []).Select(operation => Pending(Stated(operation))).OrderBy(operation => operation.Id).ToEquatableArray(),
                Devlink = (document.Devlink ?? []).Select(memory => Devlink(Stated(memory))).OrderBy(memory => memory.Id).ToEquatableArray(),
            }
            : throw new FormatException("it has a device twice");
    });

    private static LedgerDocumentEntry Entry(LedgerEntry entry) => new()
    {
        Kind = entry.Id.Kind,
        Id = $"{entry.Id}",
        Parent = $"{entry.Parent}",
        Document = entry.Document,
        Name = entry.Name,
        Instance = entry.Instance,
        Driver = entry.Driver?.ToString(),
        Protect = entry.Protect ? true : null,
        Written = [.. entry.Written.Select(written => new LedgerDocumentValue($"{written.Name}", written.Value))],
    };

    private static LedgerEntry Entry(LedgerDocumentEntry entry) => new()
    {
        Id = DeviceIds.Parse(entry.Kind, entry.Id),
        Parent = ParentAddress.Parse(entry.Parent),
        Document = entry.Document,
        Name = entry.Name,
        Instance = entry.Instance,
        Protect = entry.Protect ?? false,
        Driver = entry.Driver is null ? null : new DriverName(entry.Driver),
        Written = entry.Written.Select(written => Value(Stated(written))).ToEquatableArray(),
    };

    private static LedgerDocumentDevlink Devlink(LedgerDevlink memory) => new()
    {
        Kind = memory.Id.Kind,
        Id = $"{memory.Id}",
        ReloadPending = memory.ReloadPending,
        Permanent = [.. memory.Permanent.Select(param => new LedgerDocumentValue(param.Name, param.Value))],
    };

    private static LedgerDevlink Devlink(LedgerDocumentDevlink memory) => new(DeviceIds.Parse(memory.Kind, memory.Id))
    {
        ReloadPending = memory.ReloadPending,
        Permanent = memory.Permanent.Select(Stated).Select(param => new PermanentParam(param.Name, param.Value)).ToEquatableArray(),
    };

    private static LedgerDocumentPending Pending(LedgerPending operation) =>
        new(operation.Id.Kind, $"{operation.Id}", operation.Action, operation.Waiter.Pid, operation.Waiter.Started);

    private static LedgerPending Pending(LedgerDocumentPending operation) =>
        new(DeviceIds.Parse(operation.Kind, operation.Id), operation.Action, new(operation.Pid, operation.Started));

    private static AttributeValue Value(LedgerDocumentValue written) => new(new AttributeName(written.Name), written.Value);

    private static T Stated<T>(T? element)
        where T : class => element ?? throw new FormatException("it has null in a list");

    private static T Understand<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }
}
