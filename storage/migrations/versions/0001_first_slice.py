"""The first slice: everything that the first release keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("compound_id", "seq", name=op.f("uq_audit_compound_id_seq")),
    )
    op.create_index(
        "ix_audit_unsealed",
        "audit",
        ["id"],
        unique=False,
        sqlite_where=sa.text("seq IS NULL"),
        postgresql_where=sa.text("seq IS NULL"),
    )
    op.create_table(
        "cards",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("destination", sa.String(length=96), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("shown_digest", sa.LargeBinary(), nullable=True),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("stuck", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cards")),
        sa.UniqueConstraint(
            "kind", "subject_id", "destination", name=op.f("uq_cards_kind_subject_id_destination")
        ),
    )
    op.create_index(
        "ix_cards_dirty",
        "cards",
        ["id"],
        unique=False,
        sqlite_where=sa.text("shown < version"),
        postgresql_where=sa.text("shown < version"),
    )
    op.create_table(
        "dialogues",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_dialogues")),
    )
    op.create_table(
        "due",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("local", sa.String(length=32), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("occurrence", sa.String(length=96), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due")),
        sa.UniqueConstraint("occurrence", name=op.f("uq_due_occurrence")),
    )
    op.create_index("ix_due_kind_subject_id", "due", ["kind", "subject_id"], unique=False)
    op.create_index(
        "ix_due_open",
        "due",
        ["at"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("sender_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("long", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("bot_id", "update_id", name=op.f("uq_inbox_bot_id_update_id")),
    )
    op.create_index("ix_inbox_chat_id_message_id", "inbox", ["chat_id", "message_id"], unique=False)
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["bot_id", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"], unique=False)
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "persons",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("private_open", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_persons_telegram_id")),
    )
    op.create_table(
        "places",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("compound_id", sa.BigInteger(), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("next_number", sa.Integer(), server_default="1", nullable=False),
        sa.Column("duty_body_id", sa.BigInteger(), nullable=True),
        sa.Column("duty_person_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_places_compound_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["places.id"], name=op.f("fk_places_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    op.create_index("ix_places_parent_id", "places", ["parent_id"], unique=False)
    op.create_table(
        "bodies",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_bodies_compound_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "calls",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("creator_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_calls_compound_id")),
        sa.ForeignKeyConstraint(["creator_id"], ["persons.id"], name=op.f("fk_calls_creator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=True),
        sa.Column("audience", sa.String(length=16), server_default="residents", nullable=False),
        sa.Column("moved_to", sa.BigInteger(), nullable=True),
        sa.Column("present", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_chats_place_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chats")),
    )
    op.create_index("ix_chats_place_id_audience", "chats", ["place_id", "audience"], unique=False)
    op.create_table(
        "jobs",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("cursor", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("result", sa.String(length=128), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["persons.id"], name=op.f("fk_jobs_asked_by")),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_jobs_compound_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("destination", sa.String(length=96), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("about", sa.BigInteger(), nullable=True),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("dedupe", sa.String(length=128), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("probes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("route", sa.String(length=16), nullable=True),
        sa.Column("floor", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("error", sa.String(length=128), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["card_id"], ["cards.id"], name=op.f("fk_outbox_card_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe", name=op.f("uq_outbox_dedupe")),
    )
    op.create_index("ix_outbox_chat_id_message_id", "outbox", ["chat_id", "message_id"], unique=False)
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["priority", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('new','leased','ambiguous')"),
        postgresql_where=sa.text("state IN ('new','leased','ambiguous')"),
    )
    op.create_index("ix_outbox_parent_id", "outbox", ["parent_id"], unique=False)
    op.create_table(
        "subject_keys",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("master", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_subject_keys_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_subject_keys")),
    )
    op.create_table(
        "cases",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("body_id", sa.BigInteger(), nullable=False),
        sa.Column("reporter_id", sa.BigInteger(), nullable=False),
        sa.Column("assignee_id", sa.BigInteger(), nullable=True),
        sa.Column("handler_id", sa.BigInteger(), nullable=True),
        sa.Column("origin_chat_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("filed_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["assignee_id"], ["persons.id"], name=op.f("fk_cases_assignee_id")),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_cases_body_id")),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_cases_compound_id")),
        sa.ForeignKeyConstraint(["handler_id"], ["persons.id"], name=op.f("fk_cases_handler_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_cases_place_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["persons.id"], name=op.f("fk_cases_reporter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("compound_id", "number", name=op.f("uq_cases_compound_id_number")),
    )
    op.create_index("ix_cases_handler_id_state", "cases", ["handler_id", "state"], unique=False)
    op.create_index("ix_cases_reporter_id", "cases", ["reporter_id"], unique=False)
    op.create_table(
        "grants",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("compound_id", sa.BigInteger(), nullable=False),
        sa.Column("body_id", sa.BigInteger(), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_grants_body_id")),
        sa.ForeignKeyConstraint(["compound_id"], ["places.id"], name=op.f("fk_grants_compound_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_grants_person_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_grants_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
        sa.UniqueConstraint("person_id", "role", "place_id", name=op.f("uq_grants_person_id_role_place_id")),
    )
    op.create_index("ix_grants_compound_id_role", "grants", ["compound_id", "role"], unique=False)
    op.create_table(
        "job_rows",
        sa.Column("job_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_job_rows_job_id")),
        sa.PrimaryKeyConstraint("job_id", "seq", name=op.f("pk_job_rows")),
    )
    op.create_table(
        "signups",
        sa.Column("call_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seat", sa.String(length=16), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_signups_call_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_signups_person_id")),
        sa.PrimaryKeyConstraint("call_id", "person_id", name=op.f("pk_signups")),
    )
    op.create_index("ix_signups_call_id_seat_turn", "signups", ["call_id", "seat", "turn"], unique=False)
    op.create_table(
        "albums",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("album", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_albums_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_albums_person_id")),
        sa.PrimaryKeyConstraint("chat_id", "album", "person_id", name=op.f("pk_albums")),
    )
    op.create_table(
        "entries",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_entries_author_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_entries_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
    )
    op.create_index("ix_entries_case_id", "entries", ["case_id"], unique=False)
    op.create_table(
        "media",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("stored", sa.String(length=128), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_media_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_media_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
    )
    op.create_index("ix_media_case_id", "media", ["case_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_media_case_id", table_name="media")
    op.drop_table("media")
    op.drop_index("ix_entries_case_id", table_name="entries")
    op.drop_table("entries")
    op.drop_table("albums")
    op.drop_index("ix_signups_call_id_seat_turn", table_name="signups")
    op.drop_table("signups")
    op.drop_table("job_rows")
    op.drop_index("ix_grants_compound_id_role", table_name="grants")
    op.drop_table("grants")
    op.drop_index("ix_cases_reporter_id", table_name="cases")
    op.drop_index("ix_cases_handler_id_state", table_name="cases")
    op.drop_table("cases")
    op.drop_table("subject_keys")
    op.drop_index("ix_outbox_parent_id", table_name="outbox")
    op.drop_index(
        "ix_outbox_open",
        table_name="outbox",
        sqlite_where=sa.text("state IN ('new','leased','ambiguous')"),
        postgresql_where=sa.text("state IN ('new','leased','ambiguous')"),
    )
    op.drop_index("ix_outbox_chat_id_message_id", table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("jobs")
    op.drop_index("ix_chats_place_id_audience", table_name="chats")
    op.drop_table("chats")
    op.drop_table("calls")
    op.drop_table("bodies")
    op.drop_index("ix_places_parent_id", table_name="places")
    op.drop_table("places")
    op.drop_table("persons")
    op.drop_table("leases")
    op.drop_index("ix_inbox_received_at", table_name="inbox")
    op.drop_index(
        "ix_inbox_open",
        table_name="inbox",
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.drop_index("ix_inbox_chat_id_message_id", table_name="inbox")
    op.drop_table("inbox")
    op.drop_index(
        "ix_due_open",
        table_name="due",
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.drop_index("ix_due_kind_subject_id", table_name="due")
    op.drop_table("due")
    op.drop_table("dialogues")
    op.drop_index(
        "ix_cards_dirty",
        table_name="cards",
        sqlite_where=sa.text("shown < version"),
        postgresql_where=sa.text("shown < version"),
    )
    op.drop_table("cards")
    op.drop_index(
        "ix_audit_unsealed",
        table_name="audit",
        sqlite_where=sa.text("seq IS NULL"),
        postgresql_where=sa.text("seq IS NULL"),
    )
    op.drop_table("audit")
