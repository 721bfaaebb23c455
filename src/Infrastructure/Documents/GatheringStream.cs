namespace Songthang.Infrastructure.Documents;

/// <summary>
/// Takes what a writer without asynchronous methods writes, to be passed on without blocking a thread. .NET closes the
/// parts of a ZIP file only in a way that blocks, which a web server does not let happen to its answers.
/// </summary>
sealed class GatheringStream : Stream
{
    readonly MemoryStream gathered = new();

    /// <summary>How much waits to be passed on, in bytes.</summary>
    public int Waiting => (int)gathered.Length;

    /// <summary>Passes on what waits.</summary>
    public async Task PassOnAsync(Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(gathered.GetBuffer().AsMemory(0, Waiting), cancellationToken);
        gathered.SetLength(0);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => gathered.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => gathered.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
