/** How a picture changes parameters by hand, through the store. */

import type { Store } from "../../state/store.svelte";
import { numberFromText } from "../../ui/number";
import { problemId } from "../../ui/problem";
import type { ByHand } from "./parameters";

/** What of the store a hand needs. */
export type Hand = Pick<Store, "setParameter" | "refuseText" | "forgive" | "problem">;

/** `picture` tells the places of two pictures apart: a refusal is shown where it was typed. */
export function byHandOf(store: Hand, picture: string): ByHand {
  const prefix = `${picture}.parameters`;
  const placeOf = (index: number): string => `${prefix}[${index}]`;
  return {
    set: (index, value) => store.setParameter(index, value, placeOf(index)),
    read(index, text) {
      const number = numberFromText(text);
      if (number === null) store.refuseText(placeOf(index), text, { kind: "number" });
      return number;
    },
    forgive() {
      if (store.problem?.at.startsWith(prefix)) store.forgive();
    },
    get refused() {
      const at = store.problem?.at;
      return at?.startsWith(prefix) ? Number(at.slice(prefix.length + 1, -1)) : null;
    },
    get reason() {
      return problemId(store.problem?.at ?? prefix);
    },
  };
}

/** Whether a place is one of a picture's parameters. */
export function isParameterOf(picture: string): (at: string) => boolean {
  return (at) => at.startsWith(`${picture}.parameters`);
}
