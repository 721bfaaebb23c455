using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Songthang.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answered_submissions",
                columns: table => new
                {
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_submissions", x => x.form_key);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    officer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digests", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "document_uploads",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_uploads", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    crew_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reference_counters",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_counters", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "verifications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    officer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    requests = table.Column<int>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    broken_count = table.Column<int>(type: "INTEGER", nullable: false),
                    broken = table.Column<string>(type: "TEXT", nullable: false),
                    has_failed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_order_counters",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_counters", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    running_number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    crew_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    instructions = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officer_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_claims_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_officer_logins_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    browser = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_sessions_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_tokens",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_officer_tokens_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_filters_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    remind_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    assignee_id = table.Column<int>(type: "INTEGER", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    fault_code = table.Column<string>(type: "TEXT", nullable: false),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    symptom = table.Column<string>(type: "TEXT", nullable: false),
                    public_symptom = table.Column<string>(type: "TEXT", nullable: true),
                    noticed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    import_key = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<long>(type: "INTEGER", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reopened_count = table.Column<int>(type: "INTEGER", nullable: false),
                    answer_by = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_unread = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    timeline_length = table.Column<int>(type: "INTEGER", nullable: false),
                    timeline_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    work_order = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    unread_messages = table.Column<int>(type: "INTEGER", nullable: false),
                    requester_saw_number = table.Column<int>(type: "INTEGER", nullable: false),
                    amphoe_code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    derived_from = table.Column<long>(type: "INTEGER", nullable: false),
                    due_order = table.Column<DateTime>(type: "TEXT", nullable: false),
                    near_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    newest_order = table.Column<DateTime>(type: "TEXT", nullable: false),
                    oldest_order = table.Column<DateTime>(type: "TEXT", nullable: false),
                    open_latitude = table.Column<double>(type: "REAL", nullable: true),
                    open_longitude = table.Column<double>(type: "REAL", nullable: true),
                    open_pole = table.Column<string>(type: "TEXT", nullable: true),
                    open_tambon = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    public_search_text = table.Column<string>(type: "TEXT", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: true),
                    status_order = table.Column<int>(type: "INTEGER", nullable: false),
                    tambon_code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    warn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    place_landmark = table.Column<string>(type: "TEXT", nullable: false),
                    place_latitude = table.Column<double>(type: "REAL", nullable: true),
                    place_longitude = table.Column<double>(type: "REAL", nullable: true),
                    place_moo = table.Column<string>(type: "TEXT", nullable: false),
                    place_pole_number = table.Column<string>(type: "TEXT", nullable: false),
                    place_road = table.Column<string>(type: "TEXT", nullable: false),
                    place_tambon_code = table.Column<string>(type: "TEXT", nullable: false),
                    requester_email = table.Column<string>(type: "TEXT", nullable: false),
                    requester_language = table.Column<string>(type: "TEXT", nullable: false),
                    requester_name = table.Column<string>(type: "TEXT", nullable: false),
                    requester_phone = table.Column<string>(type: "TEXT", nullable: false),
                    requester_told_by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_requests_officers_assignee_id",
                        column: x => x.assignee_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_requests_service_requests_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "service_requests",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "setting_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    topic = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    officer_name = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    taken_from = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_setting_changes_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_order_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    work_order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_entries_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.key);
                    table.ForeignKey(
                        name: "fk_documents_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    crew_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ask_again_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    asked_again_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_fixed = table.Column<bool>(type: "INTEGER", nullable: true),
                    satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "fk_evaluations_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "followers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    form_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_followers", x => x.id);
                    table.ForeignKey(
                        name: "fk_followers_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "photos",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos", x => x.key);
                    table.ForeignKey(
                        name: "fk_photos_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "step_warnings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_warnings", x => x.id);
                    table.ForeignKey(
                        name: "fk_step_warnings_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timeline_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    actor_officer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_timeline_entries_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_order_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    work_order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    cause_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reason_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_items_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_order_items_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_order_materials",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    work_order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_thai = table.Column<string>(type: "TEXT", nullable: false),
                    name_english = table.Column<string>(type: "TEXT", nullable: false),
                    unit_thai = table.Column<string>(type: "TEXT", nullable: false),
                    unit_english = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_materials_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_order_materials_work_orders_work_order_id",
                        column: x => x.work_order_id,
                        principalTable: "work_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentions", x => x.id);
                    table.ForeignKey(
                        name: "fk_mentions_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_mentions_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_mentions_timeline_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "timeline_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    entry_id = table.Column<long>(type: "INTEGER", nullable: true),
                    service_request_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    officer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    link_words = table.Column<string>(type: "TEXT", nullable: false),
                    addressee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    given_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_messages_service_requests_service_request_id",
                        column: x => x.service_request_id,
                        principalTable: "service_requests",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_outbox_messages_timeline_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "timeline_entries",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_answered_submissions_at",
                table: "answered_submissions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_action_at_id",
                table: "audit_entries",
                columns: new[] { "action", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_id",
                table: "audit_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_officer_id_at_id",
                table: "audit_entries",
                columns: new[] { "officer_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_officer_id_action_at",
                table: "audit_entries",
                columns: new[] { "subject", "officer_id", "action", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_document_uploads_at",
                table: "document_uploads",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_document_uploads_form_key",
                table: "document_uploads",
                column: "form_key");

            migrationBuilder.CreateIndex(
                name: "ix_documents_service_request_id",
                table: "documents",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_ask_again_at",
                table: "evaluations",
                column: "ask_again_at");

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_completed_at_id",
                table: "evaluations",
                columns: new[] { "completed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_service_request_id_number",
                table: "evaluations",
                columns: new[] { "service_request_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_followers_form_key",
                table: "followers",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_followers_secret",
                table: "followers",
                column: "secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_followers_service_request_id",
                table: "followers",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_mentions_entry_id_officer_id",
                table: "mentions",
                columns: new[] { "entry_id", "officer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_officer_id_id",
                table: "mentions",
                columns: new[] { "officer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mentions_officer_id_seen_at",
                table: "mentions",
                columns: new[] { "officer_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mentions_service_request_id",
                table: "mentions",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_claims_user_id",
                table: "officer_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_logins_user_id",
                table: "officer_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_sessions_officer_id_started_at",
                table: "officer_sessions",
                columns: new[] { "officer_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_officers_normalized_email",
                table: "officers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_officers_normalized_user_name",
                table: "officers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_entry_id_recipient_officer_id_addressee_id",
                table: "outbox_messages",
                columns: new[] { "entry_id", "recipient", "officer_id", "addressee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_given_up_at",
                table: "outbox_messages",
                column: "given_up_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_next_attempt_at",
                table: "outbox_messages",
                column: "next_attempt_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_service_request_id",
                table: "outbox_messages",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_photos_service_request_id",
                table: "photos",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_is_shared",
                table: "saved_filters",
                column: "is_shared");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_officer_id_name",
                table: "saved_filters",
                columns: new[] { "officer_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_amphoe_code_submitted_at",
                table: "service_requests",
                columns: new[] { "amphoe_code", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_answer_by",
                table: "service_requests",
                column: "answer_by");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_assignee_id_status_submitted_at_id",
                table: "service_requests",
                columns: new[] { "assignee_id", "status", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_derived_from_id",
                table: "service_requests",
                columns: new[] { "derived_from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_due_at_id",
                table: "service_requests",
                columns: new[] { "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_due_order_id",
                table: "service_requests",
                columns: new[] { "due_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_fault_code_id",
                table: "service_requests",
                columns: new[] { "fault_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_fault_code_submitted_at",
                table: "service_requests",
                columns: new[] { "fault_code", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_import_key",
                table: "service_requests",
                column: "import_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_is_unread",
                table: "service_requests",
                column: "is_unread");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_merged_into_id",
                table: "service_requests",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_newest_order_id",
                table: "service_requests",
                columns: new[] { "newest_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_oldest_order_id",
                table: "service_requests",
                columns: new[] { "oldest_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_open_latitude_open_longitude",
                table: "service_requests",
                columns: new[] { "open_latitude", "open_longitude" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_open_pole",
                table: "service_requests",
                column: "open_pole");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_open_tambon",
                table: "service_requests",
                column: "open_tambon");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_reference",
                table: "service_requests",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_remind_at",
                table: "service_requests",
                column: "remind_at");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_reopened_count",
                table: "service_requests",
                column: "reopened_count");

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_secret",
                table: "service_requests",
                column: "secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_status_order_id",
                table: "service_requests",
                columns: new[] { "status_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_status_submitted_at_id",
                table: "service_requests",
                columns: new[] { "status", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_submitted_at_id",
                table: "service_requests",
                columns: new[] { "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_tambon_code_id",
                table: "service_requests",
                columns: new[] { "tambon_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_tambon_code_submitted_at",
                table: "service_requests",
                columns: new[] { "tambon_code", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_requests_warn_at_id",
                table: "service_requests",
                columns: new[] { "warn_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_setting_changes_officer_id",
                table: "setting_changes",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_setting_changes_topic_number",
                table: "setting_changes",
                columns: new[] { "topic", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_step_warnings_service_request_id_step_kind_started_at",
                table: "step_warnings",
                columns: new[] { "service_request_id", "step", "kind", "started_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_service_request_id_number",
                table: "timeline_entries",
                columns: new[] { "service_request_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uploads_at",
                table: "uploads",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_form_key",
                table: "uploads",
                column: "form_key");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_work_order_id_number",
                table: "work_order_entries",
                columns: new[] { "work_order_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_order_items_outcome_settled_at",
                table: "work_order_items",
                columns: new[] { "outcome", "settled_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_items_pending",
                table: "work_order_items",
                column: "service_request_id",
                unique: true,
                filter: "outcome = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_items_service_request_id",
                table: "work_order_items",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_items_work_order_id_position",
                table: "work_order_items",
                columns: new[] { "work_order_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_order_materials_code",
                table: "work_order_materials",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_materials_service_request_id",
                table: "work_order_materials",
                column: "service_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_materials_work_order_id",
                table: "work_order_materials",
                column: "work_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_crew_code_state_planned_on",
                table: "work_orders",
                columns: new[] { "crew_code", "state", "planned_on" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_planned_on_id",
                table: "work_orders",
                columns: new[] { "planned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_year_running_number",
                table: "work_orders",
                columns: new[] { "year", "running_number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_submissions");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "document_uploads");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "evaluations");

            migrationBuilder.DropTable(
                name: "followers");

            migrationBuilder.DropTable(
                name: "mentions");

            migrationBuilder.DropTable(
                name: "officer_claims");

            migrationBuilder.DropTable(
                name: "officer_logins");

            migrationBuilder.DropTable(
                name: "officer_sessions");

            migrationBuilder.DropTable(
                name: "officer_tokens");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "photos");

            migrationBuilder.DropTable(
                name: "reference_counters");

            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropTable(
                name: "setting_changes");

            migrationBuilder.DropTable(
                name: "step_warnings");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "verifications");

            migrationBuilder.DropTable(
                name: "work_order_counters");

            migrationBuilder.DropTable(
                name: "work_order_entries");

            migrationBuilder.DropTable(
                name: "work_order_items");

            migrationBuilder.DropTable(
                name: "work_order_materials");

            migrationBuilder.DropTable(
                name: "timeline_entries");

            migrationBuilder.DropTable(
                name: "work_orders");

            migrationBuilder.DropTable(
                name: "service_requests");

            migrationBuilder.DropTable(
                name: "officers");
        }
    }
}
