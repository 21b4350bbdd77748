/** Which school's rule is behind which experiment, and which one a person has asked to see. */
import type { Experiment } from "../engine/engine";
import { type KnownRule, ruleNumbers } from "./rule";

export class Rules {
  /** Where more is known than the case's example tells: what is taken back has its own. */
  readonly #known = new WeakMap<Experiment, KnownRule | null>();
  /** In its numbers: another rule is hidden again. */
  #asked = $state<string | null>(null);
  /** Counts what the map is told: it is not reactive itself. */
  #told = $state(0);

  /** The rule behind an experiment, null where it has none; undefined where nobody has said. Reactive. */
  of(experiment: Experiment): KnownRule | null | undefined {
    void this.#told;
    return this.#known.get(experiment);
  }

  set(experiment: Experiment, rule: KnownRule | null): void {
    this.#known.set(experiment, rule);
    this.#told += 1;
  }

  isAsked(rule: KnownRule): boolean {
    return this.#asked === ruleNumbers(rule);
  }

  ask(rule: KnownRule | null): void {
    this.#asked = rule && ruleNumbers(rule);
  }
}
