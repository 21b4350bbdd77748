/** What both Python scripts have in common: numbers and texts as Python writes them, the data, the order, the schedule. */
import type { LayerNumbers, Training } from "../engine/engine";
import { withTextMark } from "../ui/text-mark";
import type { Facts } from "./facts";
import type { ScriptWords } from "./words";

/** Lines of code; what does not apply is left out. */
export type Code = readonly (string | false | null)[];

export function lines(code: Code): string {
  return code.filter((line) => typeof line === "string").join("\n");
}

/** A text as a Python literal: Python reads the escapes of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A number that Python reads as the same one. */
export function literal(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  return Number.isFinite(value) ? String(value) : `float("${value < 0 ? "-" : ""}inf")`;
}

/** A 32-bit number in the digits that it takes to read the same one. */
export function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return literal(short);
  }
  return literal(Number(value.toPrecision(9)));
}

/** Larger networks start from a file. */
const MAX_IN_SCRIPT = 32;

export function isStartInFile(start: readonly LayerNumbers[]): boolean {
  return start.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0) > MAX_IN_SCRIPT;
}

/** The start as the experiment's own form of given parameters, in the digits that give the same 32 bits. */
export function startText(start: readonly LayerNumbers[]): string {
  const numbers = (all: Float32Array): number[] => Array.from(all, (number) => Number(shortest(number)));
  const layers = start.map(({ weights, biases, inputs, units }) => ({
    weights: Array.from({ length: units }, (_, unit) => numbers(weights.subarray(unit * inputs, (unit + 1) * inputs))),
    biases: numbers(biases),
  }));
  return JSON.stringify({ layers });
}

/** units × inputs, row by row. */
export function matrix({ weights, inputs, units }: LayerNumbers): string {
  const rows = Array.from({ length: units }, (_, unit) => list(weights.subarray(unit * inputs, (unit + 1) * inputs)));
  return `[${rows.join(", ")}]`;
}

export function list(numbers: Float32Array): string {
  return `[${Array.from(numbers, shortest).join(", ")}]`;
}

/** The name by which a script finds a class in data.csv. */
function className(name: string): string {
  return quoted(withTextMark(name.trim()));
}

/** The rows of data.csv that are trained on. */
export function rowsCode(words: ScriptWords): Code {
  return [
    'with open("data.csv", encoding="utf-8-sig", newline="") as file:',
    `    rows = list(csv.reader(file))[1:]  # ${words.header}`,
    'rows = [row for row in rows if row[-1] == "training"]',
  ];
}

/** The targets as a list of lists in Python. */
export function targetList({ experiment, frame }: Facts): string {
  const { classes } = experiment.table;
  if (classes.length === 0) return "[[float(row[-2])] for row in rows]";
  if (frame.outputs === 1) return `[[float(row[-2] == ${className(classes[1] ?? "")})] for row in rows]`;
  return "[[float(row[-2] == name) for name in CLASSES] for row in rows]";
}

export function classesCode({ experiment, frame }: Facts): Code {
  const { classes } = experiment.table;
  return [classes.length > 0 && frame.outputs > 1 && `CLASSES = [${classes.map(className).join(", ")}]`];
}

export function targetComment({ experiment, frame }: Facts, words: ScriptWords): string {
  if (experiment.table.classes.length === 0) return "";
  return `  # ${frame.outputs === 1 ? words.yesNo : words.oneHot}`;
}

/** Whether standard scaling leaves a subject as it is, because all students are alike in it. */
export function isAlike({ experiment, scales }: Facts): boolean {
  return experiment.scaling === "standard" && scales.includes(1);
}

export function scalingComment({ scaling, model }: Facts["experiment"], words: ScriptWords): string {
  return words.scaled[scaling === "standard" && !model.bias ? "through_origin" : scaling];
}

/** The factor of the schedule; null for a constant rate. */
export function scheduleCode({ schedule }: Training, words: ScriptWords): Code {
  const factor = ((): string | null => {
    switch (schedule.kind) {
      case "constant":
        return null;
      case "step":
        return `${literal(schedule.factor)} ** (updates // ${schedule.every})`;
      case "exponential":
        return `${literal(schedule.factor)} ** (updates / ${schedule.every})`;
      case "cosine":
        return `(1 + math.cos(math.pi * min(updates / ${schedule.steps}, 1))) / 2`;
      case "warm_up":
        return `min((updates + 1) / ${schedule.steps}, 1)`;
    }
  })();
  if (factor === null) return [];
  return ["", "", "def factor(updates):", `    """${words.scheduleDoc}"""`, `    return ${factor}`];
}

/** The generator behind a shuffled order. */
export function pcgCode({ shuffle }: Training, words: ScriptWords): Code {
  if (!shuffle) return [];
  return [
    "",
    "",
    "def pcg32(seed, stream):",
    `    """${words.pcg}"""`,
    "    increment = 2 * stream + 1",
    "    state = seed + increment",
    "    while True:",
    "        state = (state * 6364136223846793005 + increment) % 2**64",
    "        word, turn = (state >> 45 ^ state >> 27) % 2**32, state >> 59",
    "        yield (word >> turn | word << 32 - turn) % 2**32",
    "",
    "",
    "def shuffle(order, random):",
    `    # ${words.order}`,
    "    for last in range(len(order) - 1, 0, -1):",
    "        other = next(random) * (last + 1) >> 32",
    "        order[last], order[other] = order[other], order[last]",
  ];
}

/** The stream of the generator that orders are drawn from. */
export const ORDER_STREAM = 3;

/** Where and with what the loss is compared. */
export function comparedCode({ compared, frame, epochs, isWhole }: Facts, words: ScriptWords): Code {
  const updates = String(frame.updates);
  return [
    `# ${frame.updates === 0 ? words.notBegun : isWhole ? words.pageRun(updates) : words.shorter(updates, String(epochs))}`,
    `# ${words[compared.why]}`,
    `START_LOSS, COMPARED, PAGE_LOSS = ${[compared.startLoss, compared.updates, compared.loss].map(literal).join(", ")}`,
    `TOLERANCE = 1e-3 * PAGE_LOSS + 1e-6 * START_LOSS  # ${words.tolerance}`,
  ];
}

/** Lines one step further in. */
export function indented(code: Code): Code {
  return code.map((line) => (typeof line === "string" && line !== "" ? `    ${line}` : line));
}
