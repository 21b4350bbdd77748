/** The page's exhaustive search, which is kept while another picture is on the stage. */
import type { Analysis, GridSearch } from "../../engine/lab";
import type { Store } from "../../state/store";
import { type Found, Hunt } from "./hunt";

export class Exhaustive {
  /** Steps from 0 to 1. */
  resolution = $state(100);
  searching = $state(false);
  /** What the search was begun with: with the same it goes on. */
  begunWith: readonly unknown[] = [];
  #search: GridSearch | null = null;
  #hunt = $state.raw<Hunt | null>(null);
  #found = $state.raw<Found>({ tried: 0, total: 1, loss: Number.NaN, weights: [], spent: 0 });

  get found(): Found {
    return this.#found;
  }

  /** Begins at the first candidate. */
  begin(analysis: Analysis): void {
    this.#search?.free();
    this.#search = analysis.search(this.resolution);
    this.#hunt = this.#search && new Hunt(this.#search);
    if (this.#hunt) this.#found = this.#hunt.found;
  }

  /** Searches frame by frame; what is returned stops it. */
  run(): (() => void) | undefined {
    const hunt = this.#hunt;
    if (!this.searching || hunt === null) return;
    const frame = (): void => {
      const goesOn = hunt.frame();
      this.#found = hunt.found;
      if (goesOn) request = requestAnimationFrame(frame);
      else this.searching = false;
    };
    let request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  }
}

const searches = new WeakMap<Store["looking"], Exhaustive>();

/** The page's search: it waits where another picture takes the stage. */
export function searchOf({ looking }: Store): Exhaustive {
  const search = searches.get(looking) ?? new Exhaustive();
  searches.set(looking, search);
  return search;
}
