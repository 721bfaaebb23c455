using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Times are stored and read as UTC; a local or unspecified one is a mistake of the program.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => Checked(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    static DateTime Checked(DateTime time) => time.Kind == DateTimeKind.Utc
        ? time
        : throw new InvalidOperationException($"A {time.Kind} time cannot be stored: times are UTC.");
}
