/** Why the core or the page cannot make a class, in the words of the maker's own fields. */
import { EngineError } from "../../engine/error";
import type { Messages } from "../../i18n/messages.en";
import { refusalWords as refusal } from "../../i18n/refusal";
import { reasonOf } from "../../i18n/sentence";

const NO_TABLE = { subjects: [], target: "", classes: [], students: [] };

/** `fields` names the core's paths, those of a list without the index. */
export function makerReason(error: EngineError, messages: Messages, fields: Readonly<Record<string, string>>): string {
  const { details } = error;
  if (details?.location.kind !== "field") return error.message;
  const name = fields[details.location.path.replace(/\[\d+\]$/, "")] ?? details.location.path;
  const placeless = new EngineError(error.message, { ...details, location: { kind: "field", path: "" } });
  const reason = reasonOf(placeless, { messages, refusal, table: NO_TABLE, local: (text) => text });
  return refusal.sentence(refusal.field(name), reason, "").trim();
}
