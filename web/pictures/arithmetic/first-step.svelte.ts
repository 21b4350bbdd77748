/**
 * In case 1 the first step by hand is one of plain gradient descent: until a person asks for the book's way, it is shown before
 * the first update of a run that is set to that way.
 */
import { asInTheBook, trainsAlready, withPlainDescent } from "../../edits/plain-descent";
import { Engine, type Experiment, type LayerNumbers, type UpdateInput } from "../../engine/engine";
import type { Store } from "../../state/store";

export type Method = "plain" | "book";

/** Whether a person has asked for the book's way on this page. */
let bookAsked = $state(false);

/** The way in which weights are updated, as the picture shows it; null where the choice does not apply or another way is set. */
export class FirstStep {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get isOffered(): boolean {
    const { document } = this.#store;
    return document.case === "weights" && document.hasExampleQuestion && document.experiment.model.hidden.length === 0;
  }

  readonly #set: Method | null = $derived.by(() => {
    const { experiment } = this.#store.document;
    if (trainsAlready(experiment, withPlainDescent)) return "plain";
    return trainsAlready(experiment, asInTheBook) ? "book" : null;
  });

  /** Whether plain descent is shown in place of the run's own way. */
  get isPreview(): boolean {
    const { frame, touched, start } = this.#store.run;
    const isAtStart = frame.updates === 0 && !touched && start === null;
    return this.isOffered && this.#set === "book" && isAtStart && !bookAsked;
  }

  get shown(): Method | null {
    return this.isPreview ? "plain" : this.#set;
  }

  /** The learning rate of the run's own way. */
  get ownRate(): number {
    return this.#store.document.experiment.training.learning_rate;
  }

  show(method: Method): void {
    const isAtStart = this.#store.run.frame.updates === 0;
    bookAsked = method === "book";
    if (method === this.#set || (method === "plain" && this.#set === "book" && isAtStart)) return;
    this.#change(method === "plain" ? withPlainDescent : asInTheBook);
  }

  /** Sets the run to the way that is shown; false if that is refused. */
  adopt(): boolean {
    return !this.isPreview || this.#change(withPlainDescent);
  }

  #change(edit: (experiment: Experiment) => Experiment): boolean {
    const { document } = this.#store;
    return document.change(edit(document.experiment), { at: "arithmetic" });
  }
}

/** An experiment with the start of its run. */
export interface Beginning {
  readonly experiment: Experiment;
  readonly layers: readonly LayerNumbers[];
  readonly updateInput: UpdateInput;
}

export function plainBeginning(experiment: Experiment): Beginning {
  const plain = withPlainDescent(experiment);
  const run = Engine.of(plain);
  const beginning = { experiment: plain, layers: run.frame().layers, updateInput: run.updateInput() };
  run.free();
  return beginning;
}
