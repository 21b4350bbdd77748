/** The experiment and every change of it: what is refused, what can be undone, and what each case was left with. */
import {
  asEngineError,
  type Experiment,
  type LayerNumbers,
  type Preset,
  presetOf,
  readExperiment,
  refusal,
  type Table,
} from "../engine/engine";
import { CASE_SPEEDS, caseOf, sameQuestion } from "./cases";
import { type ChangeKind, changeKind, trainsAlike } from "./change-kind";
import { type Lock, lockBetween } from "./fixed";
import type { Looking } from "./looking.svelte";
import type { Problems } from "./problems.svelte";
import { exampleRule, type KnownRule, ruleAfter, ruleNumbers, type SecretRule } from "./rule";
import type { Run } from "./run.svelte";
import { editedRow, joined, type StudentEdit } from "./student-edit";
import { tableNamesOf } from "./table-names";
import { type Step, Undo } from "./undo.svelte";

/** How a change of the experiment is taken. */
export interface Change {
  /** The path of the field where it was entered; a refusal is shown there. */
  readonly at: string;
  /** Consecutive changes of one gesture, such as a drag, are undone as one. */
  readonly gesture?: string | undefined;
}

/** An experiment together with what the page knows of it, as it is kept for undo, redo and a later visit to its case. */
interface Version {
  readonly experiment: Experiment;
  /** The rule behind its table, null if it has none; undefined if nobody has said, then the case's example tells. */
  readonly rule: KnownRule | null | undefined;
  /** The parameters at which its run starts, where those are not the initial ones; else null. */
  readonly start: readonly LayerNumbers[] | null;
}

/** The places of a change that bring a new table: that counts as an edit, which a lock on the table forbids. */
const NEW_TABLE: readonly string[] = ["dialog", "school"];
/** Where the refusal of a lock is shown, if that place has another name than the lock. */
const LOCK_PLACES: Partial<Record<Lock, string>> = { cases: "", table: "table.students" };

export class ExperimentDocument {
  readonly #run: Run;
  readonly #looking: Looking;
  readonly #problems: Problems;
  #chosen: Experiment;
  #rule = $state.raw<Version["rule"]>(undefined);
  #edit = $state.raw<StudentEdit | null>(null);
  #case: Preset;
  /** The numbers of the rule that a person has asked to see: another rule is hidden again. */
  #ruleAskedFor = $state<string | null>(null);
  readonly #examples = new Map<Preset, Experiment>();
  /** The last version of each case that a person has left. */
  readonly #left = new Map<Preset, Version>();
  /** The last two versions that the page has shown without an error, the newer one first. */
  #shown: readonly (Version & { readonly case: Preset })[] = [];
  /** Experiments that a part of the page could not show. */
  readonly #notShown = new WeakSet<Experiment>();
  readonly #undos: Readonly<Record<Preset, Undo<Version, ChangeKind>>> = {
    weights: new Undo(),
    award: new Undo(),
    honours: new Undo(),
    layers: new Undo(),
  };
  /** The experiment of the present step: at a past step it has the learning rate that was in force there. */
  readonly experiment: Experiment = $derived.by(() => atRate(this.#chosen, this.#run.baseRate));

  #trainedOn: Table | null = null;
  /** The table as training sees it: the same object, whatever is named otherwise since. */
  readonly trainingTable: Table = $derived.by(() => {
    const { table } = this.#chosen;
    if (this.#trainedOn === null || !trainsAlike(this.#trainedOn, table)) this.#trainedOn = table;
    return this.#trainedOn;
  });

  /** `run` runs `experiment`. */
  constructor(experiment: Experiment, run: Run, looking: Looking, problems: Problems) {
    this.#run = run;
    this.#looking = looking;
    this.#problems = problems;
    this.#chosen = $state.raw(experiment);
    this.#case = $state(caseOf(experiment));
    run.setSpeed(CASE_SPEEDS[this.#case]);
  }

  /** The experiment with the learning rate that was chosen last, whichever step is looked at. */
  get chosen(): Experiment {
    return this.#chosen;
  }
  /** The present case. A change of the model does not leave it: case 4 without its hidden layer is still case 4's task. */
  get case(): Preset {
    return this.#case;
  }
  /** Whether the table asks what the case's example asks, so that the case's task applies to it. */
  get hasExampleQuestion(): boolean {
    return sameQuestion(this.experiment.table, this.#example(this.#case).table);
  }

  /** The rule behind the table, kept secret or not; null if none is known or its classes are swapped. */
  get rule(): KnownRule | null {
    const rule = this.#ruleOfTable;
    return rule?.swapped ? null : rule;
  }
  get #ruleOfTable(): KnownRule | null {
    if (this.#rule !== undefined) return this.#rule;
    return this.hasExampleQuestion ? exampleRule(this.#case) : null;
  }
  /** The rule behind the table, if it may be shown. */
  get secretRule(): SecretRule | null {
    return this.rule?.kept === false && this.canReveal ? this.rule : null;
  }
  /** The rule that a person has asked to see: the pictures draw it over what was learned. */
  get shownRule(): SecretRule | null {
    const { rule } = this;
    return rule !== null && this.#ruleAskedFor === ruleNumbers(rule) ? rule : null;
  }
  showRule(on: boolean): void {
    const { rule } = this;
    this.#ruleAskedFor = on && rule !== null && this.canReveal ? ruleNumbers(rule) : null;
    if (on) this.revealRule();
  }
  /** Whether a rule may be shown to the person at the page. */
  get canReveal(): boolean {
    return !this.#looking.fixed.secret;
  }
  /** Ends the secrecy of a rule. */
  revealRule(): void {
    const { rule } = this;
    if (rule !== null && this.canReveal) this.#rule = { ...rule, kept: false };
  }

  /** The last change, where it was an edit of one student. */
  get edit(): StudentEdit | null {
    return this.#edit?.after === this.#chosen ? this.#edit : null;
  }

  /** Whether the last change of this case can be taken back: not where that would change what is locked, as after a link is opened. */
  get canUndo(): boolean {
    return this.#canGoTo(this.#undos[this.#case].before);
  }
  get canRedo(): boolean {
    return this.#canGoTo(this.#undos[this.#case].after);
  }
  #canGoTo(version: Version | undefined): boolean {
    return version !== undefined && lockBetween(this.#looking.fixed, this.experiment, version.experiment) === null;
  }

  /**
   * Changes the experiment. Training starts anew unless only the learning rate or names differ. A change that the engine
   * refuses, or of what is locked, changes nothing but the problem shown; then false is returned.
   */
  change(next: Experiment, { at, gesture }: Change): boolean {
    if (this.#isLocked(next, at)) return false;
    const before = this.#version(this.experiment);
    const known = this.#ruleOfTable;
    const rule = known && ruleAfter(known, before.experiment.table, next.table);
    const kind = changeKind(before.experiment, next);
    const row = editedRow(before.experiment, next);
    const { layers } = this.#run.frame;
    const taken =
      kind === "restart"
        ? this.#load({ experiment: next, rule, start: this.#startFor(next) }, at, this.#case)
        : this.#adjust(next, kind, at);
    if (!taken) return false;
    this.#rule = rule;
    this.#edit =
      row === null ? null : joined(this.#edit, { row, before: before.experiment, after: next, layers, gesture });
    this.#undos[this.#case].note(before, kind, gesture);
    return true;
  }

  /**
   * Replaces the experiment by another one, in the case of which it is an instance. `rule` is the one behind its table, null
   * if there is none; undefined if nobody says. The core reads it: it may be of an older version or lack fields with a default.
   */
  replace(next: unknown, at: string, rule?: KnownRule | null): boolean {
    let read: Experiment | undefined;
    if (!this.#attempt(at, next, () => (read = readExperiment(next))) || read === undefined) return false;
    return this.replaceRead(read, at, rule);
  }

  /** The same with an experiment that the core has read: a large table takes it a while. */
  replaceRead(read: Experiment, at: string, rule?: KnownRule | null): boolean {
    // A new table is an edit; a link, a file, a lesson or a script brings an experiment of its own.
    if (NEW_TABLE.includes(at) && this.#isLocked(read, at)) return false;
    return this.#replace(read, at, caseOf(read), rule);
  }

  /** Takes the last change of this case back. */
  undo(): void {
    const { before } = this.#undos[this.#case];
    if (before && this.#isLocked(before.experiment, "undo")) return;
    this.#move(this.#undos[this.#case].undo(this.#version(this.#chosen)));
  }

  redo(): void {
    const { after } = this.#undos[this.#case];
    if (after && this.#isLocked(after.experiment, "undo")) return;
    this.#move(this.#undos[this.#case].redo(this.#version(this.#chosen)));
  }

  #move(step: Step<Version, ChangeKind> | null): void {
    if (step === null) return;
    const { training, table } = step.state.experiment;
    if (step.kind === "restart") this.#load(step.state, "undo", this.#case);
    else if (step.kind === "rate") this.#adjust({ ...this.experiment, training }, "rate", "undo");
    else this.#adjust({ ...this.experiment, table }, "names", "undo");
  }

  /** Goes to a case as it was left, at first to its example. */
  openCase(next: Preset): void {
    if (next === this.#case || this.#refuses("cases", "cases")) return;
    this.#open(next, () => this.#load(this.#leftAt(next), "cases", next));
  }

  /** Whether the case's own example can be gone back to: not where that would change what is locked. */
  get canRestoreExample(): boolean {
    return lockBetween(this.#looking.fixed, this.experiment, this.#example(this.#case)) === null;
  }

  /** Goes back to the case's own example. */
  restoreExample(): void {
    const into = this.#case;
    if (this.#isLocked(this.#example(into), "cases")) return;
    this.#open(into, () => this.#replace(this.#example(into), "cases", into, undefined));
  }

  /** To be called once the whole page shows the present experiment. */
  noteShown(): void {
    const experiment = this.#chosen;
    if (this.#notShown.has(experiment)) return;
    const before = this.#shown.filter((version) => version.experiment !== experiment);
    this.#shown = [{ ...this.#version(experiment), case: this.#case }, ...before].slice(0, 2);
  }

  /** To be called when a part of the page cannot show the present experiment. */
  noteNotShown(): void {
    this.#notShown.add(this.#chosen);
    this.#shown = this.#shown.filter(({ experiment }) => experiment !== this.#chosen);
  }

  /** Leaves an experiment that the page cannot show for the last one that it could, or for the first case's example. */
  restoreShown(): void {
    const [shown = { ...this.#leftAt("weights"), case: "weights" as const }] = this.#shown;
    const left = this.#case;
    this.#open(shown.case, () => this.#load(shown, "cases", shown.case));
    if (left !== shown.case) this.#left.delete(left);
  }

  #open(into: Preset, load: () => boolean): void {
    this.#looking.selected = null;
    this.#run.pause();
    if (load()) this.#run.setSpeed(CASE_SPEEDS[into]);
  }

  /** The version that can be undone to is the last one of the case that the new experiment goes to. */
  #replace(experiment: Experiment, at: string, into: Preset, rule: Version["rule"]): boolean {
    const before = into === this.#case ? this.#version(this.experiment) : this.#leftAt(into);
    if (!this.#load({ experiment, rule, start: null }, at, into)) return false;
    this.#undos[into].note(before, "restart");
    return true;
  }

  /** Starts training anew with a version in a case. */
  #load({ experiment, rule, start }: Version, at: string, into: Preset): boolean {
    const left = this.#version(this.experiment);
    if (!this.#attempt(at, experiment, () => this.#run.load(experiment, start))) return false;
    if (into !== this.#case) this.#left.set(this.#case, left);
    this.#chosen = experiment;
    this.#rule = rule;
    this.#case = into;
    this.#looking.tableReplaced(experiment.table.students.length);
    return true;
  }

  /** Changes the learning rate or names; training goes on. */
  #adjust(next: Experiment, kind: "rate" | "names", at: string): boolean {
    const { training } = this.#chosen;
    const taken = this.#attempt(at, next, () => {
      if (kind === "rate") this.#run.setRate(next.training.learning_rate);
    });
    if (taken) this.#chosen = kind === "rate" ? next : { ...next, training };
    return taken;
  }

  /** Does what the engine may refuse of an experiment. */
  #attempt(at: string, experiment: unknown, act: () => void): boolean {
    try {
      act();
    } catch (thrown) {
      this.#problems.refuse(at, asEngineError(thrown), tableNamesOf(experiment));
      return false;
    }
    this.#problems.clear();
    return true;
  }

  /** Says so where another experiment would change what is locked. */
  #isLocked(next: Experiment, at: string): boolean {
    const lock = lockBetween(this.#looking.fixed, this.experiment, next);
    return lock !== null && this.#refuses(lock, at);
  }

  #refuses(lock: Lock, at: string): boolean {
    if (!this.#looking.fixed.locked.includes(lock)) return false;
    this.#problems.refuse(at, refusal(LOCK_PLACES[lock] ?? lock, "", { kind: "locked" }));
    return true;
  }

  #version(experiment: Experiment): Version {
    return { experiment, rule: this.#rule, start: this.#run.start };
  }

  #leftAt(preset: Preset): Version {
    return this.#left.get(preset) ?? { experiment: this.#example(preset), rule: undefined, start: null };
  }

  #example(preset: Preset): Experiment {
    const example = this.#examples.get(preset) ?? presetOf(preset);
    this.#examples.set(preset, example);
    return example;
  }

  /**
   * The parameters at which a changed experiment starts: the present ones if a setting is changed at a past step, so that the
   * run continues from there. Null = the initial ones, as for a change of the data or of the start itself.
   */
  #startFor({ table, model, training }: Experiment): readonly LayerNumbers[] | null {
    const { updates, furthest, layers } = this.#run.frame;
    const now = this.experiment;
    const continues =
      (this.#run.forked || (updates > 0 && updates < furthest)) &&
      table === now.table &&
      model.initial === now.model.initial &&
      training.seed === now.training.seed &&
      training.test_fraction === now.training.test_fraction;
    return continues ? layers : null;
  }
}

function atRate(experiment: Experiment, rate: number): Experiment {
  const { training } = experiment;
  if (training.learning_rate === rate) return experiment;
  return { ...experiment, training: { ...training, learning_rate: rate } };
}
