/** Names as they are shown: whatever a person has pasted there, a line stays a line. */

/** A name cut after `longest` characters. */
export function shortName(name: string, longest = 24): string {
  // Only the beginning is split into characters: a name may have ten thousand.
  const characters = [...name.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : name;
}
