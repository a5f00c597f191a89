"""A whole catalogue at once: a CSV file in, one JSON object a row out, in order."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict

from adapters.batch import COLUMNS, BatchError, advice, rows
from bot.advice.library import Library
from bot.advice.reading.form import Form
from tests.commands.talk import NOW
from tests.console.advice_keys import check_advice
from tests.console.process import Program

HEADER = "credential,provider,goal,situation,experience,credentials,projects"


@pytest.fixture(scope="module")
def library() -> Library:
    """The built-in knowledge."""
    return Library()


def judged(library: Library, table: str) -> list[dict[str, Any]]:
    """The advice for each row of a table."""
    return list(advice(rows(StringIO(table, newline="")), library, NOW.date()))


def one(library: Library, row: str) -> dict[str, Any]:
    """The advice for one row under the full header."""
    (found,) = judged(library, f"{HEADER}\n{row}\n")
    return found


READ = [
    ("AZ-900", HEADER, Form(credential="AZ-900")),
    ("a,b,c,d,e,f,g", HEADER, Form(**dict(zip(COLUMNS, "abcdefg", strict=True)))),
    ("g,a", "projects,credential", Form(credential="a", projects="g")),
    ('"AZ-900, a ""first"" one",x', "credential,provider",
     Form(credential='AZ-900, a "first" one', provider="x")),
    ('"two\nlines",x', "credential,provider", Form(credential="two\nlines", provider="x")),
    ("a,b,more,and,more", "credential,provider", Form(credential="a", provider="b")),
    ("a,b", " Credential ,GOAL", Form(credential="a", goal="b")),
    ("a,b", "\ufeffcredential,goal", Form(credential="a", goal="b")),
    ("a,7,b", "credential,price,goal", Form(credential="a", goal="b")),
    ("nurse", "goal", Form(goal="nurse")),
    ("x\0y", "credential", Form(credential="xy")),
    (",,", "credential,goal,provider", Form()),
    ("é😀", "credential", Form(credential="é😀")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "header", "form"), READ, ids=[ascii(r) for r, _, _ in READ])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_cells_are_read(row: str, header: str, form: Form, end: str) -> None:
    """Columns in any order, quoted cells, missing and foreign columns: each cell is where it is."""
    table = StringIO(f"{header}\n{row}{end}", newline="")
    (found,) = rows(table)
    assert asdict(found) == asdict(form)


@pytest.mark.parametrize("table", ["", "\n", "name,price\nAZ-900,1\n", "AZ-900\n", "\0"])
def test_no_table_is_said_so(table: str) -> None:
    """Without a single column that is known there is nothing to judge, and one sentence says so."""
    with pytest.raises(BatchError, match="header with columns from credential, provider, goal"):
        list(rows(StringIO(table)))


def test_one_object_a_row_in_order(library: Library) -> None:
    """Rows come out in order, each with every key; one that cannot be read is a ``tell_me``."""
    titles = ["AZ-900", "", "CSM", "AZ-900", "???", "PL-300"]
    table = HEADER + "\n" + "".join(f'"{title}",,cloud engineer,,,,\n' for title in titles)
    found = judged(library, table)
    for entry in found:
        check_advice(entry)
    read = [entry["credential"]["read"] for entry in found]
    assert [r for r in read if r] == ["AZ-900", "CSM", "AZ-900", "PL-300"]
    assert [e["verdict"] == "tell_me" for e in found] == [not r for r in read]
    assert found[0] == found[3]


SQL = "PL-300,,data analyst,"
HELD = [
    ("PL-300|Microsoft|earned", "already-earned"),
    ("PL-300", "already-earned"),
    (" CSM ; PL-300 | Microsoft ", "already-earned"),
    ("PL-300||", "already-earned"),
    ("PL-300|Microsoft|EARNED", "already-earned"),
    ("PL-300|Microsoft|in progress", "conditions"),
    ("PL-300|Microsoft|planned", "conditions"),
    (";;;", "conditions"),
    ("|||;|", "conditions"),
]


@pytest.mark.parametrize(("cell", "line"), HELD, ids=[cell for cell, _ in HELD])
def test_credentials_cells(library: Library, cell: str, line: str) -> None:
    """``name|issuer|status``, earned unless said, separated by semicolons, spaces at will."""
    assert one(library, f"{SQL},,{cell},")["decided_by"] == line


MADE = [
    ("sales report|PL-300", "all-clear"),
    ("sales dashboard in Power BI", "all-clear"),
    (" x ; y | PL-300 ", "all-clear"),
    ("sales report", "conditions"),
    ("sales report|CSM", "conditions"),
    (";|;", "conditions"),
]


@pytest.mark.parametrize(("cell", "line"), MADE, ids=[cell for cell, _ in MADE])
def test_projects_cells(library: Library, cell: str, line: str) -> None:
    """``name|credential``, done unless said; what they show counts, and so does their link."""
    assert one(library, f"{SQL},,,{cell}")["decided_by"] == line


def test_situation_and_experience_cells(library: Library) -> None:
    """The situation and the work of a row are its person's facts, and of no other row's."""
    cells = ("switching,nursing 5 years,,", ",Power BI reports 3 years,,", ",,,")
    table = "\n".join([HEADER, *(SQL + more for more in cells)])
    switching, working, neither = judged(library, table)
    ids = [{rule["id"] for rule in entry["rules"]} for entry in (switching, working, neither)]
    assert "field-switch" in ids[0]
    assert "field-switch" not in ids[1] | ids[2]
    assert [entry["decided_by"] == "all-clear" for entry in (switching, working, neither)] == [
        False, True, False]  # fmt: skip


def test_from_a_file_and_from_a_pipe(program: Program, tmp_path: Path) -> None:
    """A file and standard input give the same lines; what cannot be read is a clear failure."""
    table = f"{HEADER}\nAZ-900,,cloud engineer,,,,\n\xe9,,,,,,\n".encode("latin-1")
    path = tmp_path / "catalogue.csv"
    path.write_bytes(table)
    filed = program.run("advise", "--batch", str(path), "--now", "2026-11-24")
    piped = program.run("advise", "--batch", "-", "--now", "2026-11-24", said=table)
    assert filed == piped
    assert (filed.code, filed.err, len(filed.rows)) == (0, "", 2)
    assert filed.out.splitlines() == [json.dumps(row) for row in filed.rows]
    for missing in (tmp_path / "no.csv", tmp_path):
        failed = program.run("advise", "--batch", str(missing))
        assert (failed.code, failed.out) == (1, "")
        assert "cannot be opened" in failed.err
        assert failed.err.count("\n") == 1
    assert program.run("advise").code == 2


def test_every_column_has_its_place() -> None:
    """The columns are the ones that others script against, in this order."""
    assert ",".join(COLUMNS) == HEADER
