/** The page in a frame of another page: `window.sanhao` by messages, and what happens as events (docs/embed.md). */
import type { SanhaoHandle } from "./handle";
import type { Goal } from "./learn/lessons/course.svelte";
import type { Store } from "./state/store";

/** The version of the messages; a new one only if those of an older page would mean something else. */
const VERSION = 1;

/** What another page asks for: a verb of `window.sanhao`, or `frames`. */
interface Asked {
  readonly sanhao: unknown;
  readonly id?: unknown;
  readonly do?: unknown;
  readonly with?: unknown;
}

/** Answers the page around this one from now on. */
export function serveEmbedding(store: Store, handle: SanhaoHandle): void {
  /** Who has asked last; what happens here is nobody else's business. */
  let origin: string | null = null;
  const tell = (what: object, to = origin): void => {
    if (to !== null) window.parent.postMessage({ sanhao: VERSION, ...what }, to);
  };

  let milliseconds = Number.POSITIVE_INFINITY;
  let told = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function tellFrame(): void {
    timer = undefined;
    told = performance.now();
    tell({ event: "frame", value: store.run.frame });
  }
  /** Numbers at most so many times a second, when they have changed; none for 0. */
  function frames(perSecond: number): void {
    if (!(perSecond >= 0 && perSecond <= 60)) throw new RangeError(`frames: ${perSecond} is not a number from 0 to 60`);
    milliseconds = 1000 / perSecond;
    clearTimeout(timer);
    timer = undefined;
    if (perSecond > 0) tellFrame();
  }
  const verbs: Readonly<Record<string, (...given: never[]) => unknown>> = { ...handle, frames };

  function answer({ sanhao, id, do: verb, with: given = [] }: Asked): object {
    try {
      if (sanhao !== VERSION) throw new RangeError(`sanhao: ${sanhao} is not ${VERSION}, the version of this page`);
      const name = String(verb);
      const act = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
      if (act === undefined) throw new RangeError(`do: ${name} is none of ${Object.keys(verbs).join(", ")}`);
      return { id, value: act(...((Array.isArray(given) ? given : [given]) as never[])) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  }

  addEventListener("message", ({ source, origin: from, data }: MessageEvent<Asked | null>) => {
    if (source !== window.parent || typeof data !== "object" || data === null || !("sanhao" in data)) return;
    // A page opened as a file has no origin that could be named.
    origin = from === "null" ? "*" : from;
    tell(answer(data));
  });
  addEventListener("sanhao-goal", ({ detail }: CustomEventInit<Goal>) => tell({ event: "goal", value: detail }));
  $effect.root(() => {
    $effect(() => tell({ event: "experiment", value: store.document.experiment }));
    $effect(() => {
      void store.run.frame;
      if (milliseconds === Number.POSITIVE_INFINITY) return;
      timer ??= setTimeout(tellFrame, Math.max(0, told + milliseconds - performance.now()));
    });
  });
  tell({ event: "ready" }, "*");
}
