using System.Data;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Backups;

/// <summary>
/// All tables of the PostgreSQL database in a backup, as COPY writes them, read in one snapshot
/// (docs/decisions/2026-11-30-backups-without-outside-programs.md). Restoring makes the schema with the program's own migrations.
/// </summary>
static class PostgresCopy
{
    const string Contents = "tables.json", Folder = "tables/", History = "__EFMigrationsHistory";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    sealed record Table(string Name, string Columns);

    sealed record Sequence(string Name, long Last);

    sealed record Content(IReadOnlyList<Table> Tables, IReadOnlyList<Sequence> Sequences);

    public static async Task AddAsync(AppDb db, BackupArchive archive, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var tables = await TablesAsync(connection, cancellationToken);
            foreach (var table in tables)
            {
                await archive.AddAsync(Folder + table.Name, CompressionLevel.Fastest, async target =>
                {
                    using var rows = await connection.BeginTextExportAsync($"COPY {Quote(table.Name)} ({table.Columns}) TO STDOUT", cancellationToken);
                    await using var writer = new StreamWriter(target, Utf8, leaveOpen: true);
                    await PassAsync(rows, writer, cancellationToken);
                });
            }

            var content = new Content(tables, await SequencesAsync(connection, cancellationToken));
            await archive.AddAsync(Contents, CompressionLevel.Fastest, target => JsonSerializer.SerializeAsync(target, content, cancellationToken: cancellationToken));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether there is nothing in the database yet.</summary>
    public static async Task<bool> IsEmptyAsync(AppDb db, CancellationToken cancellationToken) => (await db.Database.SqlQueryRaw<int>(
        """SELECT count(*)::int AS "Value" FROM pg_tables WHERE schemaname = current_schema()""").ToListAsync(cancellationToken))[0] == 0;

    /// <summary>Makes the schema as it was, and fills it in one transaction.</summary>
    public static async Task RestoreAsync(AppDb db, ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var text = (zip.GetEntry(Contents) ?? throw new BackupUnusable("The backup holds no database. Use another one.")).Open();
        var content = (await JsonSerializer.DeserializeAsync<Content>(text, cancellationToken: cancellationToken))!;
        await db.GetService<IMigrator>().MigrateAsync(manifest.Migrations[^1], cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            // What points at other rows is checked when all rows are there, whatever the order of the tables.
            var keys = await ForeignKeysAsync(connection, cancellationToken);
            foreach (var (table, name, _) in keys)
                await ExecuteAsync(connection, $"ALTER TABLE {Quote(table)} DROP CONSTRAINT {Quote(name)}", cancellationToken);
            foreach (var table in content.Tables)
                await FillAsync(connection, zip, table, cancellationToken);
            foreach (var (table, name, definition) in keys)
                await ExecuteAsync(connection, $"ALTER TABLE {Quote(table)} ADD CONSTRAINT {Quote(name)} {definition}", cancellationToken);
            foreach (var sequence in content.Sequences)
                await ExecuteAsync(connection, $"SELECT setval('{Quote(sequence.Name)}', {sequence.Last})", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await ExecuteAsync(connection, "ANALYZE", cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task FillAsync(NpgsqlConnection connection, ZipArchive zip, Table table, CancellationToken cancellationToken)
    {
        // What a migration put there comes from the backup too.
        await ExecuteAsync(connection, $"TRUNCATE {Quote(table.Name)}", cancellationToken);
        var entry = zip.GetEntry(Folder + table.Name) ?? throw new BackupUnusable($"The backup lacks the table {table.Name}. Use another one.");
        await using var content = entry.Open();
        using var reader = new StreamReader(content, Utf8, detectEncodingFromByteOrderMarks: false);
        await using var rows = await connection.BeginTextImportAsync($"COPY {Quote(table.Name)} ({table.Columns}) FROM STDIN", cancellationToken);
        await PassAsync(reader, rows, cancellationToken);
    }

    static async Task PassAsync(TextReader from, TextWriter to, CancellationToken cancellationToken)
    {
        var buffer = new char[64 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        await to.FlushAsync(cancellationToken);
    }

    static Task<List<Table>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => ReadAsync(connection,
        $"""
        SELECT c.relname::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname <> '{History}'
            AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY c.relname ORDER BY c.relname
        """, row => new Table(row.GetString(0), row.GetString(1)), cancellationToken);

    static Task<List<Sequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => ReadAsync(connection,
        "SELECT sequencename::text, last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1",
        row => new Sequence(row.GetString(0), row.GetInt64(1)), cancellationToken);

    static Task<List<(string Table, string Name, string Definition)>> ForeignKeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection,
            """
            SELECT c.relname::text, k.conname::text, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2
            """, row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken);

    static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        // A key of a large table is checked row by row.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

#pragma warning disable CA2100 // Names come from the catalogue, quoted.
    static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
