/** Values for what need not follow every frame: small pictures, and numbers that nobody can read sixty times a second. */
import { untrack } from "svelte";
import type { Run } from "../../state/run.svelte";
import type { Store } from "../../state/store";
import { areMoving } from "../../ui/reader-pace.svelte";

interface Turn {
  /** When it may be shown again, by `performance.now()`. */
  due: number;
  show: () => void;
}

/** Those that have something new to show: one is shown in each frame, so that no frame is long by all of them. */
const waiting = new Set<Turn>();
let taken = false;

function showOne(now: number): void {
  const [next] = [...waiting].filter(({ due }) => due <= now).sort((one, other) => one.due - other.due);
  if (next) {
    waiting.delete(next);
    next.show();
  }
  taken = waiting.size > 0;
  if (taken) requestAnimationFrame(showOne);
}

/**
 * What `read` gives; while numbers move, what it gave at most so many milliseconds and a few frames ago. To be called while a
 * component is made.
 *
 * `read` alone is run on every change: what it gives should be cheap, such as a frame.
 */
export function paced<Value>(read: () => Value, milliseconds = 100): { readonly current: Value } {
  let current = $state.raw(untrack(read));
  let due = 0;
  $effect(() => {
    const next = read();
    if (!areMoving()) {
      current = next;
      return;
    }
    const show = (): void => {
      due = performance.now() + milliseconds;
      current = next;
    };
    const turn: Turn = { due, show };
    waiting.add(turn);
    if (!taken) requestAnimationFrame(showOne);
    taken = true;
    return () => waiting.delete(turn);
  });
  return {
    get current() {
      return current;
    },
  };
}

/** A store whose run is that of a moment ago: what reads its numbers runs again at a slower pace. */
export function pacedStore(store: Store, milliseconds?: number): Store {
  const last = paced(() => ({ experiment: store.document.experiment, frame: store.run.frame }), milliseconds);
  /** Numbers of another experiment may have another shape: then those of now. */
  const frame = $derived(last.current.experiment === store.document.experiment ? last.current.frame : store.run.frame);
  const run = new Proxy(store.run, {
    get(run: Run, key) {
      if (key === "frame") return frame;
      const value: unknown = Reflect.get(run, key, run);
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        void frame;
        return untrack(() => value.apply(run, given));
      };
    },
  });
  return { ...store, run };
}
