/**
 * The short text in a link: the table by columns, one letter a score where scores allow it, and of the settings only what
 * differs from fixed ones. Half as long as the text in a file, which people read.
 */
import type { Experiment, Student, Table, Target } from "../engine/engine";
import { writtenRule } from "./sealed";
import { isRecord, PACKED, type Shared, ShareError, textOfShared } from "./shared";

/** The settings that a link leaves out. They are part of the form: changed here, old links would open as others. */
const SETTINGS: Omit<Experiment, "table"> = {
  version: 2,
  scaling: "standard",
  model: { hidden: [], weights: "free", bias: true, output: "sigmoid", initial: { kind: "zeros" } },
  training: {
    loss: { kind: "binary_cross_entropy" },
    optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learning_rate: 0.1,
    schedule: { kind: "constant" },
    batch_size: null,
    shuffle: false,
    l1: 0,
    l2: 0,
    test_fraction: 0,
    seed: 1,
  },
};

interface PackedTable {
  readonly subjects: readonly string[];
  readonly target: string;
  readonly classes: readonly string[];
  /** The names, one a line; or what numbered ones have in common, and the first number. */
  readonly names: string | readonly string[] | readonly [string, number];
  /** The scores, subject by subject. */
  readonly scores: Numbers;
  /** Targets, or the numbers of their classes. */
  readonly targets: Numbers;
  /** The rows of students that take no part in training. */
  readonly left?: readonly number[];
}

/** Numbers as a list; or the least of them and how many there are to one, before a letter for each. */
type Numbers = string | readonly (number | null)[];

export function packedText(shared: Shared): string {
  const { table, ...settings } = shared.experiment;
  const { rule, view } = shared;
  const text = JSON.stringify({
    sanhao: PACKED,
    table: packedTable(table),
    settings: difference(settings, SETTINGS),
    rule: writtenRule(rule),
    view,
  });
  // What cannot be said so is said at length: another order of fields, say, or a class without a name.
  const again = unpacked(JSON.parse(text));
  return JSON.stringify(again) === JSON.stringify(shared.experiment) ? text : textOfShared(shared);
}

/** The experiment in a packed text. Throws a `ShareError` where it has no such form; the core checks what is in it. */
export function unpacked({ table, settings = {} }: Readonly<Record<string, unknown>>): Experiment {
  if (!isRecord(table) || !isRecord(settings)) throw new ShareError("unlike");
  const { version, ...rest } = merged(SETTINGS, settings) as Omit<Experiment, "table">;
  return { version, table: unpackedTable(table as Partial<PackedTable>), ...rest };
}

function packedTable({ subjects, target, classes, students }: Table): PackedTable {
  const left = students.flatMap(({ included }, row) => (included ? [] : [row]));
  return {
    subjects,
    target,
    classes,
    names: packedNames(students.map(({ name }) => name)),
    scores: packedNumbers(subjects.flatMap((_, subject) => students.map(({ scores }) => scores[subject] ?? null))),
    targets: packedNumbers(students.map((student) => targetNumber(student.target, classes))),
    ...(left.length > 0 && { left }),
  };
}

function unpackedTable(packed: Partial<PackedTable>): Table {
  const { subjects = [], target = "", classes = [], left = [] } = packed;
  if (![subjects, classes, left].every(Array.isArray)) throw new ShareError("unlike");
  const targets = unpackedNumbers(packed.targets);
  const scores = unpackedNumbers(packed.scores);
  const names = unpackedNames(packed.names, targets.length);
  if (names.length !== targets.length || scores.length !== subjects.length * targets.length) {
    throw new ShareError("unlike");
  }
  const out = new Set(left);
  const students = targets.map((number, row): Student => {
    const own = subjects.map((_, subject) => scores[subject * targets.length + row] ?? null);
    return { name: names[row] ?? "", scores: own, target: targetOf(number, classes), included: !out.has(row) };
  });
  return { subjects: [...subjects], target, classes: [...classes], students };
}

function targetNumber(target: Target | null, classes: readonly string[]): number | null {
  return typeof target === "string" ? classes.indexOf(target) : target;
}

function targetOf(number: number | null, classes: readonly string[]): Target | null {
  return number === null || classes.length === 0 ? number : (classes[number] ?? null);
}

function packedNames(names: readonly string[]): PackedTable["names"] {
  const [, common = "", first] = /^(.*?)(0|[1-9]\d{0,8})$/s.exec(names[0] ?? "") ?? [];
  if (first !== undefined && names.every((name, row) => name === `${common}${Number(first) + row}`)) {
    return [common, Number(first)];
  }
  return names.some((name) => name.includes("\n")) ? names : names.join("\n");
}

function unpackedNames(packed: unknown, count: number): readonly string[] {
  if (typeof packed === "string") return count === 0 ? [] : packed.split("\n");
  if (!Array.isArray(packed)) throw new ShareError("unlike");
  const [common, first] = packed;
  if (typeof first !== "number") return packed;
  return Array.from({ length: count }, (_, row) => `${common}${first + row}`);
}

/** Letters of one byte, then of two; without quotes and backslashes, which JSON marks. The first stands for no number. */
const NONE = "!";
const FIRST = 0x23;
const BACKSLASH = 0x5c;
const LAST_OF_ONE_BYTE = 0x7e;
const FIRST_OF_TWO_BYTES = 0xa1;
const MAX_STEPS = 1500;

function letterOf(steps: number): string {
  const code = FIRST + steps + (FIRST + steps >= BACKSLASH ? 1 : 0);
  return String.fromCharCode(code <= LAST_OF_ONE_BYTE ? code : code + FIRST_OF_TWO_BYTES - LAST_OF_ONE_BYTE - 1);
}

function stepsOf(letter: string): number {
  const code = letter.charCodeAt(0);
  const even = code < FIRST_OF_TWO_BYTES ? code : code - FIRST_OF_TWO_BYTES + LAST_OF_ONE_BYTE + 1;
  return even - FIRST - (even > BACKSLASH ? 1 : 0);
}

function packedNumbers(numbers: readonly (number | null)[]): Numbers {
  const given = numbers.filter((number) => number !== null);
  const per = [1, 2, 10, 100].find((parts) => given.every((number) => Math.round(number * parts) / parts === number));
  if (per === undefined) return numbers;
  const whole = given.map((number) => Math.round(number * per));
  const least = whole.reduce((low, number) => Math.min(low, number), whole[0] ?? 0);
  if (!whole.every((number) => number - least <= MAX_STEPS)) return numbers;
  const letters = numbers.map((number) => (number === null ? NONE : letterOf(Math.round(number * per) - least)));
  return `${least} ${per} ${letters.join("")}`;
}

function unpackedNumbers(packed: unknown): readonly (number | null)[] {
  if (Array.isArray(packed)) return packed;
  const [, least, per, letters] = /^(-?\d+) (\d+) (.*)$/s.exec(String(packed)) ?? [];
  if (letters === undefined) throw new ShareError("unlike");
  return [...letters].map((letter) => (letter === NONE ? null : (Number(least) + stepsOf(letter)) / Number(per)));
}

/** The fields in which a value differs from another one, in fields of the same kind only there; undefined where in none. */
function difference(value: unknown, base: unknown): unknown {
  if (JSON.stringify(value) === JSON.stringify(base)) return undefined;
  if (!isRecord(value) || !isRecord(base) || value.kind !== base.kind) return value;
  return Object.fromEntries(Object.keys(value).map((name) => [name, difference(value[name], base[name])]));
}

function merged(base: unknown, change: unknown): unknown {
  if (!isRecord(base) || !isRecord(change) || "kind" in change) return change;
  const names = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.hasOwn(change, name)
        ? merged(Object.hasOwn(base, name) ? base[name] : undefined, change[name])
        : base[name],
    ]),
  );
}
