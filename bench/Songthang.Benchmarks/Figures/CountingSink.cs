using System.Diagnostics;

namespace Songthang.Benchmarks.Figures;

/// <summary>Takes a file and keeps none of it: how much came, when it began, and how much memory lived meanwhile.</summary>
sealed class CountingSink : Stream
{
    const long BytesBetweenLooks = 4_000_000;

    readonly Stopwatch watch = new();
    long held, looked;

    public long Bytes { get; private set; }

    public double FirstMilliseconds { get; private set; }

    public double Milliseconds => watch.Elapsed.TotalMilliseconds;

    /// <summary>Most memory that lived while it was written, beyond what lived before.</summary>
    public long MostHeld { get; private set; }

    public void Begin(long heldBefore)
    {
        held = heldBefore;
        watch.Restart();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Bytes == 0)
            FirstMilliseconds = watch.Elapsed.TotalMilliseconds;
        Bytes += buffer.Length;
        if (Bytes - looked < BytesBetweenLooks)
            return;
        looked = Bytes;
        watch.Stop();
        MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true) - held);
        watch.Start();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
