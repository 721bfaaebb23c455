using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Songthang.Benchmarks.Forms;

/// <summary>The little of the DevTools protocol that printing needs: calls with their answers, and waiting for an event of a tab.</summary>
sealed class DevTools : IAsyncDisposable
{
    readonly ClientWebSocket socket = new();
    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> calls = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource> events = new(StringComparer.Ordinal);
    readonly SemaphoreSlim sending = new(1);
    readonly CancellationTokenSource stop = new();
    Task reading = Task.CompletedTask;
    int last;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellationToken);
        tools.reading = tools.ReadAsync();
        return tools;
    }

    public async Task<JsonObject> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref last);
        var answer = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The next event of this name in a tab.</summary>
    public Task NextAsync(string name, string session) =>
        (events[$"{session} {name}"] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    async Task ReadAsync()
    {
        var buffer = new byte[256 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                message.SetLength(0);
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), stop.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Take((JsonObject)JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    void Take(JsonObject message)
    {
        if (message["id"]?.GetValue<int>() is { } id && calls.TryRemove(id, out var call))
        {
            if (message["error"] is { } error)
                call.SetException(new InvalidOperationException(error.ToJsonString()));
            else
                call.SetResult(message["result"] as JsonObject ?? []);
        }
        else if (message["method"]?.GetValue<string>() is { } name && events.TryRemove($"{message["sessionId"]} {name}", out var waiting))
        {
            waiting.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        sending.Dispose();
        stop.Dispose();
    }
}
