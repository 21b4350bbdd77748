/** Damaged files and links for tests that look for what brings a reader down. */
import fc from "fast-check";

/** What stands in a file where something else is expected. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, "", "constructor", "__proto__", 1e308, -1e308, 5e-324, -0, 2 ** 53, [], {}, [
    [],
  ]),
  fc.json().map((text): unknown => JSON.parse(text)),
);

/** The texts of files, each a valid one that is cut, or in which one value or one name is strange; or no such file at all. */
export function damagedText(valid: readonly string[]): fc.Arbitrary<string> {
  const text = fc.constantFrom(...valid);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = fc.tuple(text, share).map(([whole, part]) => whole.slice(0, Math.floor(whole.length * part)));
  const odd = fc
    .tuple(text, share, strange)
    .map(([whole, part, value]) => replaced(whole, part, JSON.stringify(value)));
  const named = fc
    .tuple(text, share, fc.constantFrom("__proto__", "constructor", "version", "sanhao", "kind"), strange)
    .map(([whole, part, name, value]) => inserted(whole, part, `${JSON.stringify(name)}:${JSON.stringify(value)},`));
  return fc.oneof(cut, odd, odd, odd, named, named, fc.json(), fc.string(), fc.string({ unit: "binary" }));
}

/** JSON with the value nearest behind a place, as a part of the whole's length, replaced. */
function replaced(whole: string, part: number, value: string): string {
  const values = [
    ...whole.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null|\[\]|\{\})/g),
  ];
  const found = values[Math.floor(part * (values.length - 1))];
  if (found === undefined) return value;
  return whole.slice(0, found.index) + value + whole.slice(found.index + found[0].length);
}

/** JSON with a field put at the beginning of one of its objects. */
function inserted(whole: string, part: number, field: string): string {
  const objects = [...whole.matchAll(/\{(?=\s*")/g)];
  const at = (objects[Math.floor(part * (objects.length - 1))]?.index ?? 0) + 1;
  return whole.slice(0, at) + field + whole.slice(at);
}
