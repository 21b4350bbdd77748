/** Texts of the lessons panel and of the lessons, in the language of the page. */

import type { Experiment } from "../../engine/engine";
import { dictionary, m, say } from "../../i18n/i18n.svelte";
import { refusalWords } from "../../i18n/refusal";
import { reasonOf } from "../../i18n/sentence";
import { localName } from "../../i18n/words";
import { titleOf } from "../../pictures/picture";
import { formatCount } from "../../ui/format";
import { type PartName, pictureOf, type TargetName } from "./targets";
import { type LessonWords, lessonsEn } from "./words.en";
import { lessonsZh } from "./words.zh";
import type { LessonFault } from "./written";

export const w: LessonWords = dictionary(lessonsZh, lessonsEn);

export function targetName(target: TargetName, experiment: Experiment): string {
  const picture = pictureOf(target);
  return picture === null ? w.parts[target as PartName] : say(titleOf(picture, experiment));
}

/** What is wrong in a file; the message follows the file's name. */
export function sayFault({ path, rule }: LessonFault, { table }: Experiment): string {
  const place = path === "" ? w.fault.whole : path;
  switch (rule.kind) {
    case "file":
      return w.fault.file(rule.status);
    case "too_large":
      return `${place} ${w.fault.tooLarge(formatCount(Math.ceil(rule.bytes / 1000)), formatCount(rule.most / 1000))}`;
    case "json":
      return w.fault.json(rule.message);
    case "expected":
      return `${place} ${w.fault.expected[rule.what]}`;
    case "missing":
      return `${place} ${w.fault.missing}`;
    case "unknown_field":
      return `${place} ${w.fault.unknownField(rule.known.join(", "))}`;
    case "one_of":
      return `${place}: ${rule.value} ${w.fault.oneOf(rule.choices.join(", "))}`;
    case "core":
      return `${place}: ${reasonOf(rule.error, { messages: m, refusal: refusalWords, table, local: localName })}`;
  }
}
