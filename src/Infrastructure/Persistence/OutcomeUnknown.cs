using Npgsql;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// What was written is on the primary, and perhaps nowhere else: nobody may be told that it is kept. Who sends the same again, with
/// the same key, is answered when a standby has it too.
/// </summary>
public sealed class OutcomeUnknown() : NpgsqlException("The server gave up waiting for its standby: whether what was written is kept will be known later.");
