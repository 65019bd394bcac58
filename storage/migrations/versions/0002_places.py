"""Places: what the four jobs keep."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROWS_CHANGE: frozenset[str] = frozenset()
"""Tables whose number of rows this revision means to change; any other change stops the upgrade."""


def _links(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, target in columns.items()
    ]


def _own(table: str, column: str = "id") -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, autoincrement=False, nullable=False)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=null)


def upgrade() -> None:
    op.add_column("places", sa.Column("area", sa.Integer(), nullable=True))
    op.add_column("places", sa.Column("words", sa.String(64), nullable=True))
    op.create_index("ix_places_compound_id_level", "places", ["compound_id", "level"])
    op.create_index("ix_places_parent_id_level_name", "places", ["parent_id", "level", "name"], unique=True)
    op.add_column(
        "bodies", sa.Column("retired", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    _wizard()
    _imports()
    op.create_table(
        "trials",
        _id(),
        _number("chat_id"),
        _number("user_id"),
        _number("person_id"),
        _number("since"),
        sa.Column("seen", sa.String(16), server_default=sa.text("''"), nullable=False),
        sa.Column("ended", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _own("trials"),
        *_links("trials", person_id="persons"),
    )


def _wizard() -> None:
    op.create_table(
        "setups",
        sa.Column("compound_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("draft", sa.Text(), nullable=True),
        _own("setups", "compound_id"),
        *_links("setups", compound_id="places"),
    )
    op.create_table(
        "offers",
        _id(),
        _number("chat_id"),
        _number("person_id"),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("admin", sa.Boolean(), nullable=False),
        _number("compound_id", null=True),
        _number("made_at"),
        _own("offers"),
        *_links("offers", person_id="persons", compound_id="places"),
    )
    op.create_table(
        "appointments",
        _id(),
        _number("compound_id"),
        _number("place_id"),
        sa.Column("role", sa.String(16), nullable=False),
        _number("made_by"),
        _number("until"),
        _number("used_by", null=True),
        _own("appointments"),
        *_links(
            "appointments", compound_id="places", place_id="places", made_by="persons", used_by="persons"
        ),
    )


def _imports() -> None:
    op.create_table(
        "imports",
        _id(),
        _number("compound_id"),
        _number("person_id"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("households", sa.Integer(), server_default="0", nullable=False),
        sa.Column("known", sa.Integer(), server_default="0", nullable=False),
        sa.Column("standing", sa.Integer(), server_default="0", nullable=False),
        sa.Column("bad", sa.Integer(), server_default="0", nullable=False),
        sa.Column("problems", sa.Text(), nullable=True),
        _own("imports"),
        *_links("imports", compound_id="places", person_id="persons"),
    )
    op.create_table(
        "place_drafts",
        _id(),
        _number("import_id"),
        _number("parent_id"),
        _number("compound_id"),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("area", sa.Integer(), nullable=True),
        _own("place_drafts"),
        *_links("place_drafts", import_id="imports", compound_id="places"),
    )
    op.create_index("ix_place_drafts_import_id", "place_drafts", ["import_id"])


def downgrade() -> None:
    for table in ("trials", "place_drafts", "imports", "appointments", "offers", "setups"):
        op.drop_table(table)
    op.drop_index("ix_places_parent_id_level_name", "places")
    op.drop_index("ix_places_compound_id_level", "places")
    op.drop_column("bodies", "retired")
    op.drop_column("places", "words")
    op.drop_column("places", "area")
