/** The part of a view that says what whoever made the link has fixed. */

import { PICTURES } from "../pictures";
import { type Fixed, LOCKS, PANELS, type PanelName } from "../state/fixed";
import { LANGUAGES, type Language } from "../state/language";
import { isRecord } from "./shared";
import { type Readers, type Reading, yesOrNo } from "./view-reading";

export interface FixedView {
  /** What is locked, and what alone is shown: panels, pictures, lessons' files. */
  readonly locked?: Fixed["locked"];
  readonly panels?: readonly PanelName[];
  readonly pictures?: readonly string[];
  readonly lessons?: readonly string[];
  /** Whether a secret rule stays secret. */
  readonly secret?: boolean;
  readonly language?: Language;
  /** The open lesson: a file of the page, or what a file of one's own holds. */
  readonly lesson?: string | object;
}

/** What is fixed, as a view says it. */
export function viewOfFixed({ locked, panels, pictures, lessons, secret, language }: Fixed): FixedView {
  return {
    ...(locked.length > 0 && { locked }),
    ...(panels && { panels }),
    ...(pictures && { pictures }),
    ...(lessons && { lessons }),
    ...(secret && { secret }),
    ...(language && { language }),
  };
}

export const FIXED_READERS: Readers<FixedView> = {
  locked: (value, { note }) => namesIn(LOCKS, value, "view.locked", note, "lock"),
  panels: (value, { note }) => namesIn(PANELS, value, "view.panels", note, "choice"),
  pictures(value, { note }) {
    const pictures = namesIn(
      PICTURES.map(({ name }) => name),
      value,
      "view.pictures",
      note,
      "picture",
    );
    // Something is on the stage.
    return pictures?.length === 0 ? undefined : pictures;
  },
  // Which files there are is known once they are fetched.
  lessons: (value, { note }) =>
    Array.isArray(value) && value.every((file) => typeof file === "string")
      ? value
      : void note("view.lessons", value, { kind: "form" }),
  secret: (value, { note }) => yesOrNo(value, "view.secret", note),
  // The column of lessons says what is wrong in it.
  lesson: (value, { note }) =>
    typeof value === "string" || isRecord(value) ? value : void note("view.lesson", value, { kind: "form" }),
  language(value, { note }) {
    const language = LANGUAGES.find((one) => one === value);
    if (language === undefined) note("view.language", value, { kind: "choice" });
    return language;
  },
};

/** The known names in a list. */
function namesIn<Name extends string>(
  names: readonly Name[],
  value: unknown,
  place: string,
  note: Reading["note"],
  kind: "lock" | "choice" | "picture",
): Name[] | undefined {
  if (!Array.isArray(value)) return void note(place, value, { kind: "form" });
  return value.flatMap((given, index) => {
    const name = names.find((one) => one === given);
    if (name === undefined) note(`${place}[${index}]`, given, { kind });
    return name ?? [];
  });
}
