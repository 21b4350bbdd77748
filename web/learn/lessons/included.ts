/** The lessons' files in a page that is a single file (vite.single-file.config.ts); null in one whose files lie beside it. */
export function includedLessons(): Readonly<Record<string, string>> | null {
  const text = document.getElementById("lessons")?.textContent;
  return text === undefined ? null : JSON.parse(text);
}
