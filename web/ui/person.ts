/** The first sign of a person at the page: what only serves who points, types or taps is loaded then, not before. */

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;

let seen: Promise<void> | undefined;

/** Settles once a person has been noticed. */
export function personSeen(): Promise<void> {
  seen ??= new Promise((resolve) => {
    const notice = (): void => {
      for (const sign of SIGNS) removeEventListener(sign, notice, true);
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, notice, { capture: true, passive: true });
  });
  return seen;
}
