/** A refusal as a sentence in the language of the page: where, which value, why. */
import type { EngineError, ErrorLocation, Refusal } from "../engine/engine";
import type { TableNames } from "../state/table-names";
import { fieldText } from "../ui/format";
import { shortName } from "../ui/short-name";
import type { Messages } from "./messages.en";
import type { AnyRule, RuleSentences } from "./options";
import type { RefusalMessages } from "./refusals.en";

/** `table` has the names of students and subjects for paths into the table; `local` translates names. */
export interface Words {
  readonly messages: Messages;
  readonly refusal: RefusalMessages;
  readonly table: TableNames;
  readonly local: (name: string) => string;
}

/** The message without the part on what stays unchanged. An error without details is shown as it is. */
export function reasonOf(error: EngineError, words: Words): string {
  // A browser ends its messages with a stop, which the sentence has already.
  if (error.details === null) return error.message.replace(/[.。]$/, "");
  return `${locationText(error.details.location, words)}${ruleText(error.details, words)}`;
}

function locationText(location: ErrorLocation, words: Words): string {
  const { refusal } = words;
  if (location.kind === "cell") return refusal.cell(location.row, shortName(location.column));
  if (location.kind === "row") return refusal.row(location.row);
  if (location.kind === "column") return refusal.column(shortName(location.column));
  return location.kind === "file" ? refusal.file : placeText(location.path, words);
}

function placeText(path: string, { messages, refusal, table, local }: Words): string {
  const cell = /^table\.students\[(\d+)\]\.(?:scores\[(\d+)\]|target)$/.exec(path);
  if (cell !== null) {
    const row = Number(cell[1]);
    const column = cell[2] === undefined ? table.target : table.subjects[Number(cell[2])];
    const student = local(table.students[row]?.name ?? "").trim();
    return refusal.score(
      student === "" ? messages.data.row(row + 1) : shortName(student),
      shortName(local(column ?? "")),
    );
  }
  const units = /^model\.hidden\[(\d+)\]/.exec(path);
  if (units !== null) return refusal.units(Number(units[1]) + 1);
  const lane = /^race\.(\d+)$/.exec(path);
  if (lane !== null) return refusal.lane(Number(lane[1]) + 1);
  if (/(^|\.)parameters\[/.test(path)) return refusal.parameter;
  if (path === "") return "";
  return refusal.field(Object.hasOwn(messages.fields, path) ? Reflect.get(messages.fields, path) : path);
}

function ruleText({ rule, value }: Refusal, { messages, refusal }: Words): string {
  const { losses, outputs } = messages.options;
  const words = new Map<string, string>(Object.entries({ ...losses, ...outputs }));
  return say(refusal.rules, rule, words.get(value) ?? readable(value));
}

/** A number in the page's notation; any other text as it is. */
function readable(value: string): string {
  return value !== "" && Number.isFinite(Number(value)) ? fieldText(Number(value)) : value;
}

function say<Kind extends AnyRule["kind"]>(
  rules: RuleSentences,
  rule: Extract<AnyRule, { kind: Kind }>,
  value: string,
): string {
  const sentence: (value: string, rule: Extract<AnyRule, { kind: Kind }>) => string = rules[rule.kind as Kind];
  return sentence(value, rule);
}
