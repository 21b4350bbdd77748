/** Changes parameters by hand in a picture, through the store. */

import type { Problems } from "../../state/problems.svelte";
import type { Run } from "../../state/run.svelte";
import { numberFromText } from "../../ui/number";
import { problemId } from "../../ui/problem";

/** Changes parameters by hand. A refused value changes nothing, and the reason is shown beside the picture. */
export interface ByHand {
  /** Sets a value; false if it is refused. */
  set(index: number, value: number): boolean;
  /** Reads what was typed; null if it is no number, and then the reason is shown. */
  read(index: number, text: string): number | null;
  /** Removes the message. */
  clear(): void;
  /** The parameter whose value was refused; null if none was. */
  readonly refused: number | null;
  /** The id of the message that says why. */
  readonly reason: string;
}

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
