/** English texts of the import dialog. The Chinese dictionary has this type. */
import type { BinaryKind } from "./binary";
import type { Encoding } from "./encoding";
import type { ColumnRole } from "./roles";

export const importEn = {
  title: (name: string) => `Open ${name}`,
  titlePasted: "Open the pasted table",
  lead: "Check the role of every column and change it if it is wrong. The table on the page stays until you confirm.",
  roleOf: (column: string) => `What is “${column}”?`,
  roles: { name: "Name", score: "Score", target: "Target", ignored: "Ignored" } satisfies Record<ColumnRole, string>,
  column: (index: number) => `Column ${index}`,
  headless: "The first row is a student, not a header",
  students: (count: string) => `${count} students`,
  columns: (count: number) => `${count} columns`,
  encodings: {
    "utf-8": "UTF-8",
    "utf-8-bom": "UTF-8 (with BOM)",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16",
    gb18030: "GB 18030 (Chinese Excel)",
  } satisfies Record<Encoding, string>,
  broken: (places: number, encoding: string, rows: string) =>
    `In ${places === 1 ? "one place" : `${places} places`} the file is not valid ${encoding} text (${rows}); “�” is shown there. Correct the file, or use the table as it is.`,
  brokenRows: (rows: readonly number[], more: boolean) =>
    `${rows.length === 1 ? "row" : "rows"} ${rows.join(", ")}${more ? ", …" : ""}`,
  preview: "The first rows",
  more: (count: string) => `and ${count} more`,
  row: "Row",
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
  opened: (name: string, students: string) => `Opened ${name}: ${students} students.`,
  openedPaste: (students: string) => `Opened the pasted table: ${students} students.`,
  openedExperiment: "The shared experiment is open.",
  tooLarge: (megabytes: string) => `The file has ${megabytes} MB; at most 20 MB can be opened`,
  unreadable: "This cannot be read; it may be a folder",
  binary: {
    picture: "This file is an image, not a table. Type the scores into a spreadsheet and save it as CSV",
    excel:
      "This file is an Excel workbook. Save it in Excel as “CSV UTF-8” and open that, or copy its cells and paste them here",
    pdf: "This file is a PDF, not a table. Copy its table into a spreadsheet and save it as CSV",
    archive: "This file is an archive. Unpack it and open the CSV in it",
    other: "This file is not text. Save the table as “CSV UTF-8” and open that",
  } satisfies Record<BinaryKind, string>,
};

export type ImportWords = typeof importEn;
