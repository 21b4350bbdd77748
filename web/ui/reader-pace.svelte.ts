/** What screen readers are told of numbers that move by themselves, at a pace at which it can be listened to. */
import { untrack } from "svelte";

/** Milliseconds between two changes, whichever part of the page changes: a sentence is said in about as long. */
const TURN = 500;

/** How many runs move numbers just now. No state: a cleanup reads state as it was before, and would count wrongly. */
let count = 0;
let moving = $state(false);
/** What has changed since it was last told, in the order in which it is told. */
const waiting = new Set<() => void>();
let turns: ReturnType<typeof setInterval> | undefined;

/** Texts take turns while this holds; to be called while a component is made. */
export function takeTurnsWhile(isMoving: () => boolean): void {
  $effect(() => {
    if (!isMoving()) return;
    count += 1;
    moving = true;
    return () => {
      count -= 1;
      moving = count > 0;
      if (count === 0) for (const show of waiting) show();
    };
  });
}

/** Whether numbers move by themselves just now. */
export function areMoving(): boolean {
  return moving;
}

/**
 * What `read` gives, for an accessible name or value; to be called while a component is made. At rest it is always up to date,
 * and so it is after `now` for a change that a person makes. While numbers move, one text of the page changes at a time.
 */
export function atReadersPace<Value>(read: () => Value): { readonly current: Value; now: () => void } {
  let current = $state.raw(untrack(read));
  let asked = false;
  const show = (): void => {
    waiting.delete(show);
    asked = false;
    current = untrack(read);
  };
  $effect(() => {
    if (read() === untrack(() => current)) return;
    if (count === 0 || asked) show();
    else wait(show);
  });
  $effect(() => () => waiting.delete(show));
  return {
    get current() {
      return current;
    },
    now: () => {
      asked = true;
    },
  };
}

function wait(show: () => void): void {
  waiting.add(show);
  turns ??= setInterval(() => {
    const [next] = waiting;
    if (next) next();
    else {
      clearInterval(turns);
      turns = undefined;
    }
  }, TURN);
}
