/** The choices and fields of an experiment for which every dictionary needs names. */
import type {
  Activation,
  Constraint,
  Initial,
  Loss,
  Optimizer,
  Output,
  PageRule,
  Quantity,
  Rule,
  Scaling,
  Schedule,
} from "../engine/engine";

/** A name for every choice. A choice added in the core does not compile until it has a name. */
export interface OptionWords {
  activations: Record<Activation, string>;
  constraints: Record<Constraint, string>;
  initials: Record<Initial["kind"], string>;
  losses: Record<Loss["kind"], string>;
  optimizers: Record<Optimizer["kind"], string>;
  outputs: Record<Output, string>;
  scalings: Record<Scaling, string>;
  schedules: Record<Schedule["kind"], string>;
}

/** The label of every field by its path in the experiment; refusals use the same labels. */
export type FieldWords = Record<FieldPath, string>;

export type FieldPath =
  | "table.students"
  | "table.subjects"
  | "table.classes"
  | "scaling"
  | "model.hidden"
  | "model.weights"
  | "model.bias"
  | "model.output"
  | "model.initial"
  | "model.initial.weight"
  | "model.initial.bias"
  | "model.initial.limit"
  | "training.loss"
  | "training.loss.delta"
  | "training.optimizer"
  | "training.optimizer.momentum"
  | "training.optimizer.epsilon"
  | "training.optimizer.decay"
  | "training.optimizer.beta1"
  | "training.optimizer.beta2"
  | "training.optimizer.weight_decay"
  | "training.learning_rate"
  | "training.schedule"
  | "training.schedule.every"
  | "training.schedule.factor"
  | "training.schedule.steps"
  | "training.batch_size"
  | "training.shuffle"
  | "training.l1"
  | "training.l2"
  | "training.test_fraction"
  | "training.seed";

/** A sentence for every rule, which follows the location: what the value is and what it should be. */
export type RuleSentences = {
  [Kind in AnyRule["kind"]]: (value: string, rule: Extract<AnyRule, { kind: Kind }>) => string;
};

/** A rule of the core or of the page. */
export type AnyRule = Rule | PageRule;

/** The quantity that a rule counts, with the words that the language needs around a number. */
export type QuantityWords = Record<Quantity, string>;
