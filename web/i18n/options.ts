/** The choices and fields of an experiment that a dictionary has to name. */
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

/** A word for every choice; one that the core adds does not compile until it has its word. */
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

/** The label of every field, by its path in the experiment; the same words name the place in a refusal. */
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

/** A sentence for every rule, after the place: what the value is and what it should be. */
export type RuleSentences = {
  [Kind in AnyRule["kind"]]: (value: string, rule: Extract<AnyRule, { kind: Kind }>) => string;
};

/** A rule of the core or of the page. */
export type AnyRule = Rule | PageRule;

/** What a rule counts, with what the language needs around a number. */
export type QuantityWords = Record<Quantity, string>;
