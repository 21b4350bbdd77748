/** Saves text as a file. */

/** Lets the browser download a text as a file. */
export function saveText(text: string, name: string, kind: "csv" | "json" = "csv"): void {
  // The byte order mark tells spreadsheets that the file is UTF-8; without it they garble Chinese.
  const mark = kind === "csv" ? "\ufeff" : "";
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const address = URL.createObjectURL(new Blob([mark, text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked later, since the download may not have begun yet.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
