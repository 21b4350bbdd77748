/** Explains why a class cannot be made, with the labels of the dialog's fields. */
import { EngineError } from "../../engine/error";
import type { Messages } from "../../i18n/messages.en";
import { refusalWords as refusal } from "../../i18n/refusal";
import { reasonOf } from "../../i18n/sentence";

const NO_TABLE = { subjects: [], target: "", classes: [], students: [] };

/** `fields` maps the core's paths to labels; paths into a list have no index. */
export function makerReason(error: EngineError, messages: Messages, fields: Readonly<Record<string, string>>): string {
  const { details } = error;
  if (details?.location.kind !== "field") return error.message;
  const name = fields[details.location.path.replace(/\[\d+\]$/, "")] ?? details.location.path;
  const placeless = new EngineError(error.message, { ...details, location: { kind: "field", path: "" } });
  const reason = reasonOf(placeless, { messages, refusal, table: NO_TABLE, local: (text) => text });
  return refusal.sentence(refusal.field(name), reason, "").trim();
}
