/** The school's own rule beside what the machine has learned. */
import type { Experiment } from "../../engine/engine";
import type { SecretRule } from "../../state/rule";
import type { WeightGroup } from "./weights";

/** Whether the rule can be laid beside the weights: one output that weighs the subjects of the rule. */
export function ruleFits(rule: SecretRule | null, groups: readonly WeightGroup[]): rule is SecretRule {
  return rule !== null && groups.length === 1 && groups[0]?.weights.length === rule.weights.length;
}

/** Whether the rule's own weights are what is to be learned: an award tells only their proportions. */
export function isExact({ model }: Pick<Experiment, "model">): boolean {
  return model.output === "linear" || model.weights === "sum_to_one";
}

/**
 * Where the rule's weights are on the scale of those learned. Where they are not exactly those, they are drawn as large
 * together as the weights learned; null while those have no sum.
 */
export function ghostWeights(
  { weights }: SecretRule,
  group: WeightGroup,
  experiment: Pick<Experiment, "model">,
): readonly number[] | null {
  if (isExact(experiment)) return weights;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const scale = sum(group.weights) / sum(weights);
  return Number.isFinite(scale) && scale > 0 ? weights.map((weight) => weight * scale) : null;
}

/** The bias under which the threshold is as wished, with the weights as they are; null where no bias does that. */
export function biasForThreshold({ weights }: WeightGroup, threshold: number): number | null {
  const bias = -threshold * weights.reduce((total, weight) => total + weight, 0);
  return Number.isFinite(bias) && bias !== 0 ? bias : threshold === 0 ? 0 : null;
}
