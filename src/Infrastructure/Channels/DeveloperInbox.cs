using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;

namespace Songthang.Infrastructure.Channels;

/// <summary>A kept message.</summary>
/// <param name="Name">Name of its file without ending; sorts by time.</param>
/// <param name="Message">The mail.</param>
public sealed record KeptMessage(string Name, MimeMessage Message);

/// <summary>Where the demo's mail goes: files in a folder that a page shows. Nothing leaves the machine.</summary>
/// <param name="folder">Folder of the files; need not exist.</param>
public sealed partial class DeveloperInbox(string folder)
{
    /// <summary>The newest messages, newest first.</summary>
    public async Task<IReadOnlyList<KeptMessage>> ReadNewestAsync(int count, CancellationToken cancellationToken)
    {
        var messages = new List<KeptMessage>();
        if (!Directory.Exists(folder))
            return messages;
        foreach (var path in Directory.GetFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Take(count))
            messages.Add(new(Path.GetFileNameWithoutExtension(path), await MimeMessage.LoadAsync(path, cancellationToken)));
        return messages;
    }

    /// <summary>The file of a message, or null when there is none of this name.</summary>
    public string? Find(string name) =>
        FileName().IsMatch(name) && Path.Combine(folder, name + ".eml") is var path && File.Exists(path) ? path : null;

    internal async Task KeepAsync(Letter letter, MimeMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{letter.At:yyyyMMdd'T'HHmmssfff}-{letter.Key}");
        var unfinished = Path.Combine(folder, name + ".tmp");
        await message.WriteToAsync(unfinished, cancellationToken);
        File.Move(unfinished, Path.Combine(folder, name + ".eml"), overwrite: true);
    }

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}-[0-9a-z.]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}

/// <summary>The channel into the <see cref="DeveloperInbox"/>.</summary>
sealed class DeveloperInboxChannel(DeveloperInbox inbox, MailLayout layout) : IMessageChannel
{
    public string Name => "email";

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.KeepAsync(letter, layout.LayOut(letter), cancellationToken);
            return Delivery.Taken;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(DeliveryOutcome.Unreachable, "The inbox folder cannot be written.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
