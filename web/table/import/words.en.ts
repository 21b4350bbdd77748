/** English texts of the import dialog. The Chinese dictionary has this type. */
import type { BinaryKind } from "./binary";
import type { Encoding } from "./encoding";
import type { NumberFormat } from "./numbers";
import type { ColumnRole, Reason } from "./roles";
import type { RowKind } from "./rows";
import type { Separator } from "./separator";

const studentsOf = (count: string): string => (count === "1" ? "1 student" : `${count} students`);

export const importEn = {
  title: (name: string) => `Open ${name}`,
  titlePasted: "Open the pasted table",
  lead: "Check the role of every column and change it if it is wrong. The table on the page stays until you confirm.",
  roleOf: (column: string) => `What is “${column}”?`,
  roles: { name: "Name", score: "Score", target: "Target", ignored: "Ignored" } satisfies Record<ColumnRole, string>,
  reasons: {
    words: "words, no numbers",
    number: "a number of the person, no score",
    counting: "only counts the rows",
    numbers: "long numbers, all different",
    group: "a group, no score",
    rank: "follows from the scores",
    derived: "follows from the scores",
    person: "about the person, no score",
    empty: "nothing in it",
    many: "more than 32 scores",
  } satisfies Record<Reason, string>,
  ignoredByChoice: "left out by choice",
  column: (index: number) => `Column ${index}`,
  headerRow: "Column names are in",
  noHeader: "no row: the first one is a student",
  headerIn: (line: number) => `row ${line}`,
  headerInBoth: (first: number, second: number) => `rows ${first} and ${second}, joined`,
  students: studentsOf,
  columns: (count: number) => `${count} columns`,
  encodings: {
    "utf-8": "UTF-8",
    "utf-8-bom": "UTF-8 (with BOM)",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16",
    gb18030: "GB 18030 (Chinese Excel)",
    big5: "Big5 (traditional Chinese)",
    "windows-1252": "Windows-1252 (Western)",
  } satisfies Record<Encoding, string>,
  encoding: "Encoding",
  sheet: "Sheet",
  sheetName: (name: string, hidden: boolean) => (hidden ? `${name} (hidden)` : name),
  mergedCells: (count: string) => `Merged cells (${count}) have their text in the first cell.`,
  hiddenRows: (count: string) => `Hidden rows are read, too: ${count}.`,
  hiddenColumns: (count: string) => `Hidden columns are read, too: ${count}.`,
  unevaluated: (count: string) =>
    `Formulas without a stored result are read as empty cells: ${count}. Opening the file in Excel or WPS and saving it stores them.`,
  space: " ",
  separators: {
    ",": "separated by commas",
    ";": "separated by semicolons",
    "\t": "separated by tabs",
    "|": "separated by bars",
    "、": "separated by “、”",
    blanks: "aligned by spaces",
    cells: "",
  } satisfies Record<Separator, string>,
  broken: (places: number, encoding: string, rows: string) =>
    `In ${places === 1 ? "one place" : `${places} places`} the file is not valid ${encoding} text (${rows}); “�” is shown there. Correct the file, or use the table as it is.`,
  brokenRows: (rows: readonly number[], more: boolean) =>
    `${rows.length === 1 ? "row" : "rows"} ${rows.join(", ")}${more ? ", …" : ""}`,
  preview: "The rows of the file",
  more: (count: string) => `${count} rows are not shown.`,
  showMore: "Show more",
  row: "Row",
  takeRow: (line: number) => `Row ${line} is a student`,
  kinds: {
    header: "column names",
    student: "left out",
    title: "title",
    total: "totals",
    note: "note",
    repeated: "repeated header",
    long: "too many cells: a comma in a number?",
  } satisfies Record<RowKind, string>,
  list: (parts: readonly string[], more: boolean) => `${parts.join(", ")}${more ? ", …" : ""}`,
  leftOut: (rows: string) => `Left out as no students: ${rows}. Tick a row above to take it after all.`,
  leftOutRows: (lines: string, kind: string) => `${lines.includes("–") ? "rows" : "row"} ${lines} (${kind})`,
  tooMany: (columns: string) => `There can be at most 32 scores: the others are left out (${columns}).`,
  longRows:
    "If decimal commas have split numbers in these rows, save the file with semicolons or tabs between the columns, or copy the cells from the spreadsheet and paste them here.",
  joined: "A decimal comma has split every number into two cells: join them",
  shortRows: (rows: string) => `These end before the last column; what they lack is taken as empty: ${rows}.`,
  numbersRead: (examples: string) => `Numbers are read so: ${examples}.`,
  numberRead: (written: string, read: string) => `“${written}” is ${read}`,
  format: "Numbers are written as",
  formats: {
    point: "1,234.5 (decimal point)",
    comma: "1.234,5 (decimal comma)",
    either: "90.5 or 90,5 (both decimal)",
  } satisfies Record<NumberFormat, string>,
  wordsAreMissing: (count: string, cells: string) => `Take what is no number as a missing score (${count}: ${cells})`,
  cell: (text: string, line: number) => `“${text}” in row ${line}`,
  targetKind: (target: string) => `“${target}” has`,
  targetKinds: { numbers: "numbers", classes: "classes" },
  blankTarget: (target: string) => `An empty “${target}” means`,
  blankTargets: { unknown: "to be predicted", no: (no: string) => `“${no}”` },
  merged: (classes: string) => `Different spellings are one class: ${classes}.`,
  mergedClass: (taken: string, others: string) => `“${taken}” (also ${others})`,
  summaryNumbers: (scores: string, target: string) => `From ${scores} the machine is to learn the number “${target}”.`,
  summaryClasses: (scores: string, target: string, classes: string) =>
    `From ${scores} the machine is to learn “${target}”: ${classes}.`,
  yes: (yes: string, no: string) => `“${yes}” counts as the yes (1), “${no}” as the no (0).`,
  swap: "Swap yes and no",
  scores: (names: readonly string[], more: number) => `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  unknown: (count: string) => ` Without a target, to be predicted: ${count}.`,
  incomplete: (names: string) => ` With a missing score, neither trained on nor predicted: ${names}.`,
  settings: (scaling: string, bias: boolean, loss: string, optimizer: string, rate: string) =>
    `Settings for this table: ${scaling}, ${bias ? "with" : "without"} bias, ${loss}, ${optimizer}, learning rate ${rate}.`,
  keepSettings: "Keep the page's present settings",
  checking: "Checking …",
  needs: "Choose at least one score and the target.",
  take: "Use this table",
  cancel: "Cancel",
  opened: (name: string, students: string) => `Opened ${name}: ${studentsOf(students)}.`,
  openedPaste: (students: string) => `Opened the pasted table: ${studentsOf(students)}.`,
  openedExperiment: "The shared experiment is open.",
  tooLarge: (megabytes: string) => `The file has ${megabytes} MB; at most 20 MB can be opened`,
  nothingPasted: "There was no text on the clipboard that could be pasted here",
  noTable:
    "What was pasted is not understood as a table: it has no columns. Copy cells from a spreadsheet, or lines with commas, tabs or aligned spaces between the columns",
  noColumns:
    "No columns are recognized in this file. Between two columns there should be a comma, a semicolon or a tab; columns aligned by spaces are read only if their names stand over them",
  pasteTitle: "Paste a score sheet",
  pasteLead: (byFinger: boolean) =>
    `Copy the cells in Excel, WPS or on a web page, names and column headings too, and paste them here (${byFinger ? "hold a finger on the field, then choose Paste" : "Ctrl+V"}).`,
  pasteHere: "The score sheet",
  read: "Read it",
  unreadable: "This cannot be read; it may be a folder",
  binary: {
    picture: "This file is an image, not a table. Type the scores into a spreadsheet and open that",
    spreadsheet:
      "This file is of another spreadsheet program. Save it there as Excel workbook (.xlsx) and open that, or copy its cells and paste them here",
    pdf: "This file is a PDF, not a table. Copy its table into a spreadsheet and open that",
    archive: "This file is an archive. Unpack it and open the table in it",
    cut: "The end of this zip file is missing. Copy or download it once more and open that",
    other: "This file is neither text nor a workbook. Save the table as Excel workbook (.xlsx) or as CSV and open that",
  } satisfies Record<Exclude<BinaryKind, "workbook" | "export">, string>,
  exportDamaged: "The experiment in this zip file is damaged. Copy or download the file once more and open that",
  workbookFaults: {
    encrypted: "This workbook has a password. Open it in Excel or WPS, save it without the password and open that",
    huge: "This workbook would take more than 100 MB when it is unpacked. Copy the table’s cells into a new workbook and open that",
    damaged:
      "This workbook is damaged or of an unknown kind. Open it in Excel or WPS, save it as .xlsx again and open that",
  },
  noTableInWorkbook: "No sheet of this workbook has a table of more than one column",
};

export type ImportWords = typeof importEn;
