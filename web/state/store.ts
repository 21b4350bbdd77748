/** The page's state: the parts that components read and change. */
import type { Experiment } from "../engine/engine";
import { ExperimentDocument } from "./document.svelte";
import { Looking } from "./looking.svelte";
import { Problems } from "./problems.svelte";
import { Run } from "./run.svelte";

export class Store {
  readonly problems = new Problems();
  readonly looking = new Looking(() => this.document.experiment);
  readonly run: Run;
  readonly document: ExperimentDocument;

  constructor(experiment: Experiment) {
    this.run = new Run(experiment, this.problems);
    this.document = new ExperimentDocument(experiment, this.run, this.looking, this.problems);
  }
}
