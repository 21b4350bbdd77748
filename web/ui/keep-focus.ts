/** Keeps the keyboard where it was when the element that had the focus goes: a browser would send it back to the page's begin. */

const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";

interface Held {
  readonly element: Element;
  /** What is around it, from the inside. */
  readonly ancestors: readonly Element[];
  /** What the keyboard reaches before it, from near to far. */
  readonly before: readonly HTMLElement[];
}

/** Keeps the focus until the signal. */
export function keepFocus(signal: AbortSignal): void {
  let held: Held | null = null;
  document.addEventListener("focusin", ({ target }) => (held = target instanceof Element ? around(target) : null), {
    signal,
  });
  document.addEventListener(
    "focusout",
    // Asked later: some browsers tell of the loss before the element goes.
    () =>
      queueMicrotask(() => {
        if (held !== null && !isLost(held.element) && isNowhere()) held = null;
      }),
    { signal },
  );
  const observer = new MutationObserver(() => {
    if (held === null || !isLost(held.element) || !(isNowhere() || document.activeElement === held.element)) return;
    const next = beside(held);
    held = null;
    next?.focus({ preventScroll: true });
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
  signal.addEventListener("abort", () => observer.disconnect());
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

const isLost = (element: Element): boolean => !element.isConnected || element.matches(":disabled");

function around(element: Element): Held {
  const ancestors = [];
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) ancestors.push(outer);
  const reached = [...document.querySelectorAll<HTMLElement>(REACHED)];
  const place = reached.findIndex((other) => other === element);
  return { element, ancestors, before: reached.slice(0, Math.max(0, place)).reverse() };
}

/** What stands in the lost element's place now, or the nearest before it, in the smallest part of the page that is left. */
function beside({ ancestors, before }: Held): HTMLElement | null {
  for (const part of ancestors) {
    if (!part.isConnected) continue;
    const reached = [...part.querySelectorAll<HTMLElement>(REACHED)].filter(isReachable);
    const previous = before.find((element) => reached.includes(element));
    const place = previous === undefined ? -1 : reached.indexOf(previous);
    const next = reached[place + 1] ?? reached[place];
    if (next !== undefined) return next;
  }
  return null;
}

function isReachable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0;
}
