/** Texts as files to keep. */

/** Hands a text to the browser as a file to keep. */
export function saveText(text: string, name: string, kind: "csv" | "json" = "csv"): void {
  // The mark at the start tells spreadsheets that this is UTF-8; without it they garble Chinese.
  const mark = kind === "csv" ? "\ufeff" : "";
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const address = URL.createObjectURL(new Blob([mark, text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked only after the download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
