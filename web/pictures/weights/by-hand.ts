/** Changes parameters by hand in a picture, through the store. */

import type { Problems } from "../../state/problems.svelte";
import type { Run } from "../../state/run.svelte";
import { numberFromText } from "../../ui/number";
import { problemId } from "../../ui/problem";
import type { ByHand } from "./parameters";

/** The parts of the store that are needed. */
export interface Hand {
  readonly run: Pick<Run, "setParameter">;
  readonly problems: Pick<Problems, "current" | "refuseText" | "clear">;
}

/** `picture` distinguishes the locations in two pictures: a refusal is shown where the value was entered. */
export function byHandOf(store: Hand, picture: string): ByHand {
  const prefix = `${picture}.parameters`;
  const placeOf = (index: number): string => `${prefix}[${index}]`;
  return {
    set: (index, value) => store.run.setParameter(index, value, placeOf(index)),
    read(index, text) {
      const number = numberFromText(text);
      if (number === null) store.problems.refuseText(placeOf(index), text, { kind: "number" });
      return number;
    },
    clear() {
      if (store.problems.current?.at.startsWith(prefix)) store.problems.clear();
    },
    get refused() {
      const at = store.problems.current?.at;
      return at?.startsWith(prefix) ? Number(at.slice(prefix.length + 1, -1)) : null;
    },
    get reason() {
      return problemId(store.problems.current?.at ?? prefix);
    },
  };
}

/** Whether a place is one of a picture's parameters. */
export function isParameterOf(picture: string): (at: string) => boolean {
  return (at) => at.startsWith(`${picture}.parameters`);
}
