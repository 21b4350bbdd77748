/** Hands a file to the browser, which saves it. */

const TYPES = {
  csv: "text/csv;charset=utf-8",
  html: "text/html;charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;

export function saveText(text: string, name: string, kind: "csv" | "json" | "svg"): void {
  // The byte order mark tells spreadsheets that the file is UTF-8; without it they garble Chinese.
  saveFile(kind === "csv" ? `\ufeff${text}` : text, name, kind);
}

export function saveFile(content: BlobPart, name: string, kind: keyof typeof TYPES): void {
  const address = URL.createObjectURL(new Blob([content], { type: TYPES[kind] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked later, since the download may not have begun yet.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
