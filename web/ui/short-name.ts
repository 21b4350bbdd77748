/** Shortens names for display. */

/** The name, cut after `longest` characters. */
export function shortName(name: string, longest = 24): string {
  // Only the beginning is split into characters, since a name may be very long.
  const characters = [...name.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : name;
}
