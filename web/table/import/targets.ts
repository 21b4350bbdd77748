/** Recognizes whether the targets of a sheet are numbers or classes, and makes one class of labels that look alike. */
import { isUnknown } from "./absent";
import { type NumberFormat, numberIn } from "./numbers";

/** Choices about the target; null leaves them to what is recognized. */
export interface TargetChoices {
  readonly kind: "numbers" | "classes" | null;
  readonly blank: "unknown" | "no" | null;
}

export interface Targets {
  readonly kind: "numbers" | "classes";
  /** Whether the other kind is possible. */
  readonly choice: boolean;
  /** What an empty cell means. */
  readonly blank: "unknown" | "no";
  /** The class of empty cells if they are a no; null where they cannot be. */
  readonly no: string | null;
  /** The spellings of each class that has more than one, the one that is taken first. */
  readonly merged: readonly (readonly string[])[];
  /** The classes in order, where the core would not find them by itself; empty for numbers that are only 0 and 1. */
  readonly listed: readonly string[] | null;
  /** Each cell as the core is to read it. */
  readonly cells: readonly string[];
}

/** Grades from the best one on, as `keyOf` has them. */
const GRADES = [
  ["优", "优秀", "良", "良好", "中", "中等", "一般", "及格", "合格", "差", "不及格", "不合格"],
  ["甲", "乙", "丙", "丁", "戊"],
  ["a+", "a", "a-", "b+", "b", "b-", "c+", "c", "c-", "d+", "d", "d-", "e", "f"],
  ["excellent", "verygood", "good", "satisfactory", "fair", "sufficient", "pass", "poor", "insufficient", "fail"],
];

/** The core's limit (table.rs). */
export const MAX_CLASSES = 16;
/** Numbers of classes are small: 0, 1, 2. */
const LARGEST = 20;

/** `cells`: the column of targets. A column whose header lists its classes is left as it is. */
export function targetsOf(cells: readonly string[], format: NumberFormat, chosen: TargetChoices): Targets {
  const spelled = new Map<string, Map<string, number>>();
  for (const cell of cells) {
    if (cell === "") continue;
    const key = keyOf(cell, format);
    const spellings = spelled.get(key) ?? new Map<string, number>();
    spellings.set(cell, (spellings.get(cell) ?? 0) + 1);
    spelled.set(key, spellings);
  }
  spelled.delete("");
  const blanks = cells.includes("");
  const known = [...spelled.keys()].filter((key) => !isUnknown(spellingOf(spelled.get(key))));
  // 缺考 is no class, unless there is only one word beside it.
  const [label, ...others] = known;
  const attendance = label !== undefined && others.length === 0 && !isNumber(label) && !blanks;
  const keys = attendance ? [...spelled.keys()].filter((key) => !/^\?+$/.test(key)) : known;
  const count = (key: string): number => [...(spelled.get(key)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
  const numbers = keys.flatMap((key) => (isNumber(key) ? [Number(key)] : []));
  const all = keys.reduce((sum, key) => sum + count(key), 0);
  const numeric = keys.filter(isNumber).reduce((sum, key) => sum + count(key), 0);

  const [only] = keys;
  const single =
    keys.length === 1 && only !== undefined && blanks && (!isNumber(only) || (only === "1" && count(only) > 1));
  const yes = single ? spellingOf(spelled.get(only)) : null;
  const no = yes === null ? null : opposite(yes);
  const blank = no === null ? "unknown" : (chosen.blank ?? "no");

  const possible = (keys.length >= 2 && keys.length <= MAX_CLASSES) || no !== null;
  const codes =
    numbers.length === keys.length &&
    numbers.every((number) => Number.isInteger(number) && Math.abs(number) <= LARGEST) &&
    keys.every((key) => count(key) > 1) &&
    all >= 2 * keys.length;
  const binary = numbers.length === keys.length && numbers.every((number) => number === 0 || number === 1);
  const guessed = 2 * numeric < all || (possible && (codes || binary)) ? "classes" : "numbers";
  const kind = possible && numeric > 0 ? (chosen.kind ?? guessed) : guessed;

  const names = new Map(keys.map((key) => [key, isNumber(key) ? key : spellingOf(spelled.get(key))]));
  const read = cells.map((cell) => {
    if (cell === "") return blank === "no" && no !== null ? no : "";
    const key = keyOf(cell, format);
    if (!names.has(key)) return "";
    return kind === "numbers" ? (isNumber(key) ? key : cell) : (names.get(key) ?? cell);
  });
  const merged = keys.flatMap((key) => {
    const spellings = [...(spelled.get(key)?.entries() ?? [])]
      .sort(([, a], [, b]) => b - a)
      .map(([spelling]) => spelling);
    return kind === "classes" && !isNumber(key) && spellings.length > 1 ? [spellings] : [];
  });
  const ordered = [...numbers].sort((a, b) => a - b).map(String);
  const grades = GRADES.find((scale) => keys.length > 2 && keys.every((key) => scale.includes(key)));
  const words = (grades ? [...keys].sort((a, b) => grades.indexOf(a) - grades.indexOf(b)) : keys)
    .filter((key) => !isNumber(key))
    .map((key) => names.get(key) ?? key);
  const listed = ((): string[] | null => {
    if (kind === "numbers") return binary && numbers.length > 1 ? [] : null;
    // The core knows which of the two is the yes (yes_no.rs).
    if (blank === "no" && no !== null) return null;
    return possible && (numbers.length > 0 || grades) ? [...ordered, ...words] : null;
  })();
  return { kind, choice: possible && numeric > 0, blank, no, merged, listed, cells: read };
}

/** What two spellings of one class have in common: a number's value, or the letters without case, blanks and invisible letters. */
function keyOf(cell: string, format: NumberFormat): string {
  const number = numberIn(cell, format);
  if (number !== null && Number.isFinite(number)) return String(number);
  return cell
    .slice(0, 1000)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s|\p{Cf}|\p{Cc}|\ufe0f/gu, "");
}

function isNumber(key: string): boolean {
  return key !== "" && Number.isFinite(Number(key));
}

function spellingOf(spellings: ReadonlyMap<string, number> = new Map()): string {
  let [best, most] = ["", 0];
  for (const [spelling, times] of spellings) if (times > most) [best, most] = [spelling, times];
  return best
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Labels and what those without them are called, in either direction. Which of two is the yes is the core's to say. */
const PAIRS =
  "1 0 是 否 有 无 对 错 √ × ✓ ✗ ✔ ✘ yes no Yes No YES NO y n Y N ja nein true false True False TRUE FALSE".split(" ");
/** Other marks beside which an empty cell is a cross. */
const TICK = /^[☑○●◯vV+★☆*]$/;
const NEGATED = /^(?:没有|未能|不|未|非|没|无|not |non-?|un)(?=.)/;

/** A name for the class of those who do not have a label. */
function opposite(label: string): string {
  const place = PAIRS.indexOf(label);
  if (place >= 0) return PAIRS[place ^ 1] ?? label;
  if (TICK.test(label)) return "×";
  if (NEGATED.test(label)) return label.replace(NEGATED, "");
  return /\p{Script=Han}/u.test(label) ? `非${label}` : `not ${label}`;
}
