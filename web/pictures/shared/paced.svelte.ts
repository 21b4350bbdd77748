/** Values for pictures that need not follow every frame. */

/**
 * What `read` gave at most so many milliseconds ago; to be called while a component is made.
 *
 * `read` alone is run on every change: what it gives should be cheap, such as a frame.
 */
export function paced<Value>(read: () => Value, milliseconds = 100): { readonly current: Value } {
  let current = $state.raw(read());
  let last = Number.NEGATIVE_INFINITY;
  $effect(() => {
    const next = read();
    const show = (): void => {
      last = performance.now();
      current = next;
    };
    const wait = last + milliseconds - performance.now();
    if (wait <= 0) {
      show();
      return;
    }
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  });
  return {
    get current() {
      return current;
    },
  };
}
