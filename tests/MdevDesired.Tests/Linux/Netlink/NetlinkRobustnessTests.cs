using CsCheck;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Linux.Netlink.Route;
using MdevDesired.Tests.Linux.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>Whatever bytes come, a reader answers or throws the one exception; a span lets nobody read outside of it.</summary>
public sealed class NetlinkRobustnessTests
{
    private static readonly byte[][] Recorded =
    [
        .. DevlinkTranscripts.All().Concat(Transcript.Names().Select(name => Transcript.Read(name)))
            .SelectMany(transcript => transcript.Datagrams)
            .Where(datagram => !datagram.Sent)
            .Select(datagram => datagram.Bytes),
    ];

    private static readonly Gen<byte[]> AnyRecorded = Gen.Int[0, Recorded.Length - 1].Select(index => Recorded[index]);

    [Fact]
    public void Bears_random_bytes() => Gen.Byte.Array[0, 400].Sample(Understand, iter: 5_000);

    [Fact]
    public void Bears_random_payloads_behind_a_good_header() => Gen.Byte.Array[0, 400].Sample(
        payload => Understand(new NetlinkWriter(0x15, 0).Header(new GenericHeader(7, 1)).Put(145, payload).Finish(1).ToArray()),
        iter: 5_000);

    [Fact]
    public void Bears_real_messages_with_bytes_changed() => Gen.Select(
        AnyRecorded, Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[1, 6]).Sample(
        (bytes, changes) =>
        {
            var changed = bytes.ToArray();
            foreach (var (offset, value) in changes)
            {
                changed[offset % changed.Length] = value;
            }

            Understand(changed);
        },
        iter: 5_000);

    [Fact]
    public void Bears_real_messages_that_are_cut() => Gen.Select(AnyRecorded, Gen.Int[0, 5000]).Sample(
        (bytes, length) => Understand(bytes[..(length % (bytes.Length + 1))]), iter: 5_000);

    private static void Understand(byte[] datagram)
    {
        Try(() => Walk(datagram));
        Try(datagram, DevlinkDecoder.Device);
        Try(datagram, DevlinkPortDecoder.Decode);
        Try(datagram, DevlinkParamDecoder.Decode);
        Try(datagram, DevlinkDecoder.Eswitch);
        Try(datagram, message => DevlinkDecoder.Reload(message));
        Try(datagram, DevlinkEventDecoder.Decode);
        Try(datagram, RouteDecoder.Link);
        Try(datagram, RouteDecoder.Address);
        Try(datagram, message => NetlinkAck.Read(message));
    }

    private static void Try<T>(byte[] datagram, NetlinkDecoder<T> decode) => Try(() =>
    {
        foreach (var message in new NetlinkMessages(datagram))
        {
            _ = decode(message);
        }
    });

    private static void Try(Action understand)
    {
        try
        {
            understand();
        }
        catch (NetlinkProtocolException)
        {
            // The one exception that is allowed.
        }
    }

    private static void Walk(byte[] datagram)
    {
        foreach (var message in new NetlinkMessages(datagram))
        {
            Walk(message.Attributes(0), depth: 0);
        }
    }

    private static void Walk(NetlinkAttributes attributes, int depth)
    {
        foreach (var attribute in attributes)
        {
            if (depth < 4 && attribute.Value.Length >= NetlinkAttribute.HeaderSize)
            {
                Walk(attribute.Nested, depth + 1);
            }
        }
    }
}
