"""Opens the workbooks that the page writes in LibreOffice and with openpyxl, and compares every cell with what was written.

    python check_workbooks.py FOLDER SOFFICE

LibreOffice saves each sheet as CSV, texts in quotes and numbers without, so that a text which it took for a number or computed
as a formula is seen.
"""

import csv
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

# Comma, quote, UTF-8, line 1, no column formats, no language, texts in quotes, numbers without, values instead of what is shown,
# no formulas, spaces kept, every sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
# LibreOffice writes 15 digits.
DIGITS = 1e-14


def openpyxl_sheets(file):
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"], "a text became a formula"
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def libreoffice_sheets(files, soffice):
    """The sheets of each workbook; an empty cell is None, as with openpyxl."""
    with tempfile.TemporaryDirectory() as made:
        # A profile of its own: LibreOffice refuses to run beside another one with the same.
        profile = f"-env:UserInstallation={(Path(made) / 'profile').as_uri()}"
        convert = [soffice, profile, "--headless", "--convert-to", CSV, "--outdir", made, *files]
        subprocess.run(convert, check=True, capture_output=True, timeout=120)
        for file in files:
            names = openpyxl.load_workbook(file, read_only=True).sheetnames
            yield [list(csv_rows(Path(made) / f"{file.stem}-{name}.csv")) for name in names]


def csv_rows(file):
    """The values of a CSV file whose texts are quoted and whose numbers are not."""
    with open(file, encoding="utf-8", newline="") as text:
        for row in csv.reader(text, quoting=csv.QUOTE_NONNUMERIC):
            yield [None if cell == "" else cell for cell in row]


def is_same(cell, expected):
    if isinstance(expected, (int, float)) and isinstance(cell, (int, float)):
        return math.isclose(cell, expected, rel_tol=DIGITS)
    return cell == expected


def same(rows, expected):
    for row, (cells, others) in enumerate(zip(rows, expected, strict=True)):
        for cell, other in zip(cells, others, strict=True):
            assert is_same(cell, other), f"row {row + 1}: {cell!r} instead of {other!r}"


def check(sheets, expected):
    students, weights, settings = sheets
    header, *rows = students
    columns = len(expected["header"])
    same([header[1 : columns + 1]], [expected["header"]])
    # The last column says in words what a student is used for.
    same([row[: columns + 3] for row in rows], expected["students"])
    assert all(isinstance(row[columns + 3], str) for row in rows)
    same([sorted(row[1] for row in weights[1:])], [sorted(expected["weights"])])
    same(settings, expected["settings"])


def main(folder, soffice):
    files = sorted(folder.glob("*.xlsx"))
    assert files, "no workbooks"
    for file, sheets in zip(files, libreoffice_sheets(files, soffice), strict=True):
        expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        check(openpyxl_sheets(file), expected)
        check(sheets, expected)
    print(f"{len(files)} workbooks opened in LibreOffice and openpyxl as they were written")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
