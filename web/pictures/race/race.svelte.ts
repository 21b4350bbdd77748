/** Up to four runs beside the page's own, advanced together. */
import { asEngineError, Engine, type EngineError, type Frame } from "../../engine/engine";
import { Player } from "../../state/player";
import type { Store } from "../../state/store";
import type { Lane } from "./lanes";

/** A lane and its run, or why this experiment has none. */
export type Runner = { readonly lane: Lane } & (
  | { readonly engine: Engine; readonly refused: null }
  | { readonly engine: null; readonly refused: EngineError }
);

function runnerOf(lane: Lane): Runner {
  try {
    return { lane, engine: Engine.of(lane.experiment), refused: null };
  } catch (thrown) {
    return { lane, engine: null, refused: asEngineError(thrown) };
  }
}

export class Race {
  /** What the runs were begun with: with the same they go on. */
  begunWith: readonly unknown[] = [];
  #runners = $state.raw<readonly Runner[]>([]);
  #frames = $state.raw<readonly (Frame | null)[]>([]);
  #playing = $state(false);
  readonly #player = new Player({
    step: (updates) => Math.max(0, ...this.#engines.map((engine) => engine.step(updates))),
    shown: () => this.#show(),
  });

  get #engines(): Engine[] {
    return this.#runners.flatMap(({ engine }) => engine ?? []);
  }
  get runners(): readonly Runner[] {
    return this.#runners;
  }
  /** Each runner's numbers now; null of a lane that is refused. */
  get frames(): readonly (Frame | null)[] {
    return this.#frames;
  }
  get playing(): boolean {
    return this.#playing;
  }
  get updates(): number {
    return Math.max(0, ...this.#frames.map((frame) => frame?.updates ?? 0));
  }
  get furthest(): number {
    return Math.max(0, ...this.#frames.map((frame) => frame?.furthest ?? 0));
  }
  set speed(updatesPerSecond: number) {
    this.#player.speed = updatesPerSecond;
  }

  /** Puts these lanes at their start, in the place of those before. */
  begin(lanes: readonly Lane[]): void {
    this.free();
    this.#runners = lanes.map(runnerOf);
    this.#player.restart();
    this.#show();
  }

  play(): void {
    this.#player.play();
    this.#playing = true;
  }

  pause(): void {
    this.#player.pause();
    this.#playing = false;
  }

  seek(updates: number): void {
    this.pause();
    for (const engine of this.#engines) engine.seek(updates);
    this.#show();
  }

  free(): void {
    this.pause();
    for (const engine of this.#engines) engine.free();
    this.#runners = [];
    this.#frames = [];
  }

  /** Shows the numbers as they are now; false where every run has diverged. */
  #show(): boolean {
    this.#frames = this.#runners.map(({ engine }) => engine?.frame() ?? null);
    const goesOn = this.#frames.some((frame) => frame !== null && !frame.diverged);
    if (!goesOn) this.pause();
    return goesOn;
  }
}

const races = new WeakMap<Store["looking"], Race>();

/** The page's race: it waits where another picture takes the stage. */
export function raceOf({ looking }: Store): Race {
  const race = races.get(looking) ?? new Race();
  races.set(looking, race);
  return race;
}
