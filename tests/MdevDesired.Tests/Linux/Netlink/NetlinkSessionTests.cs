using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

public sealed class NetlinkSessionTests : IDisposable
{
    private static readonly NetlinkAttempt Attempt = new("ask", "the kernel");
    private readonly FakeKernel _kernel = new();

    [Fact]
    public void Gathers_a_dump_from_several_datagrams()
    {
        _kernel.Answers(s => [new([.. Say.Entry(s, 1), .. Say.Entry(s, 2)]), Say.Entry(s, 3), Say.Done(s)]);

        Assert.Equal([1u, 2u, 3u], Dump());
    }

    [Fact]
    public void Is_done_when_the_ack_has_come()
    {
        _kernel.Answers(s => [Say.Ack(s)]);

        Execute();

        Assert.Equal(1, _kernel.Requests);
    }

    [Fact]
    public void Carries_the_refusal_and_the_kernels_words()
    {
        _kernel.Answers(s => [Say.Refusal(s, Errno.EEXIST, "this sfnum is in use", 20)]);

        var refusal = Assert.Throws<KernelException>(Execute);

        Assert.Equal(("ask", "the kernel"), (refusal.Operation, refusal.Target));
        Assert.Equal((Errno.EEXIST, "this sfnum is in use"), (refusal.Errno, refusal.ExtendedAck));
    }

    [Fact]
    public void Fails_a_dump_that_ends_with_an_errno()
    {
        _kernel.Answers(s => [Say.Entry(s, 1), Say.DoneWithWords(s, Errno.EIO, "firmware does not answer")]);

        var refusal = Assert.Throws<KernelException>(() => Dump());

        Assert.Equal((Errno.EIO, "firmware does not answer"), (refusal.Errno, refusal.ExtendedAck));
    }

    [Fact]
    public void Repeats_an_interrupted_dump_and_forgets_what_it_gave()
    {
        _kernel
            .Answers(s => [Say.Entry(s, 1, NetlinkFlag.DumpInterrupted), Say.Entry(s, 1), Say.Done(s)])
            .Answers(s => [Say.Entry(s, 2), Say.Done(s, flags: NetlinkFlag.DumpInterrupted)])
            .Answers(s => [Say.Entry(s, 3), Say.Done(s)]);

        Assert.Equal([3u], Dump());
    }

    [Fact]
    public void Gives_up_a_dump_that_is_always_interrupted()
    {
        for (var i = 0; i < 100; i++)
        {
            _kernel.Answers(s => [Say.Done(s, flags: NetlinkFlag.DumpInterrupted)]);
        }

        Assert.Equal(Errno.EINTR, Assert.Throws<KernelException>(() => Dump()).Errno);
        Assert.Equal(10, _kernel.Requests);
    }

    [Fact]
    public void Repeats_a_dump_of_which_datagrams_were_lost()
    {
        _kernel
            .Answers(s => [Say.Entry(s, 1), new([], Errno: Errno.ENOBUFS), Say.Done(s)])
            .Answers(s => [Say.Entry(s, 1), Say.Entry(s, 2), Say.Done(s)]);

        Assert.Equal([1u, 2u], Dump());
    }

    [Fact]
    public void Does_not_repeat_a_change_whose_ack_was_lost()
    {
        _kernel.Answers(s => [new([], Errno: Errno.ENOBUFS), Say.Ack(s)]);

        Assert.Equal(Errno.ENOBUFS, Assert.Throws<KernelException>(Execute).Errno);
        Assert.Equal(1, _kernel.Requests);
    }

    [Fact]
    public void Hears_nobody_but_the_kernel()
    {
        _kernel.Answers(s => [new(Say.Entry(s, 666), Sender: 4711), Say.Entry(s, 1), new(Say.Done(s), Sender: 1), Say.Done(s)]);

        Assert.Equal([1u], Dump());
    }

    [Fact]
    public void Skips_what_is_left_of_a_request_that_was_given_up()
    {
        using var session = new NetlinkSession(_kernel);
        Assert.Equal(Errno.ETIMEDOUT, Assert.Throws<KernelException>(() => session.Execute(Attempt, Request())).Errno);
        _kernel.Announces(Say.Ack(1, Errno.EBUSY)).Answers(s => [Say.Ack(s)]);

        session.Execute(Attempt, Request());
    }

    [Fact]
    public void Refuses_an_answer_to_what_was_never_asked()
    {
        _kernel.Answers(s => [Say.Entry(s + 1, 1), Say.Done(s)]);

        Assert.Equal(Errno.EPROTO, Assert.Throws<KernelException>(() => Dump()).Errno);
    }

    [Fact]
    public void Refuses_a_datagram_that_was_cut()
    {
        _kernel.Answers(s => [new(new byte[70000]), Say.Done(s)]);

        var refusal = Assert.Throws<KernelException>(() => Dump());

        Assert.Equal((Errno.EPROTO, "a datagram of 70000 bytes was cut to 65536"), (refusal.Errno, refusal.ExtendedAck));
    }

    [Fact]
    public void Refuses_an_agreement_without_the_answer_that_belongs_to_it()
    {
        _kernel.Answers(s => [Say.Ack(s)]);
        using var session = new NetlinkSession(_kernel);

        Assert.Equal(
            Errno.EPROTO, Assert.Throws<KernelException>(() => session.ExecuteForOne(Attempt, Request(), Say.ReadEntry)).Errno);
    }

    [Fact]
    public void Reads_a_dump_to_its_end_though_an_entry_is_malformed()
    {
        _kernel.Answers(s =>
            [Say.Entry(s, 1), new NetlinkWriter(Say.EntryType, 0).Finish(s).ToArray(), Say.Entry(s, 3), Say.Done(s)]);

        Assert.Equal(Errno.EPROTO, Assert.Throws<KernelException>(() => Dump()).Errno);
        Assert.Equal(0, _kernel.Unread);
    }

    [Fact]
    public void Says_why_nothing_could_be_sent()
    {
        using var session = new NetlinkSession(new FakeKernel { SendError = Errno.ENOMEM });

        Assert.Equal(Errno.ENOMEM, Assert.Throws<KernelException>(() => session.Execute(Attempt, Request())).Errno);
    }

    [Fact]
    public void Closes_its_socket()
    {
        new NetlinkSession(_kernel).Dispose();

        Assert.True(_kernel.Closed);
    }

    public void Dispose() => _kernel.Dispose();

    private static NetlinkWriter Request(ushort flags = NetlinkFlag.Ack) =>
        new(Say.EntryType, (ushort)(NetlinkFlag.Request | flags));

    private void Execute()
    {
        using var session = new NetlinkSession(_kernel);
        session.Execute(Attempt, Request());
    }

    private uint[] Dump()
    {
        using var session = new NetlinkSession(_kernel);
        return [.. session.Dump(Attempt, Request(NetlinkFlag.Dump), Say.ReadEntry)];
    }
}
