/** A run's name: the settings in which it differs from the present one. */
import type { Experiment } from "../../engine/engine";
import type { Messages } from "../../i18n/messages.en";
import { fieldText } from "../../ui/format";
import { type ComparedPath, differences } from "./differences";
import type { LossWords } from "./words";

/** More settings than these make no name. */
const MAX_NAMED = 3;

type Settings = Pick<Messages, "fields" | "options">;

export function runName(run: Experiment, present: Experiment, settings: Settings, loss: LossWords): string {
  const paths = differences(run, present);
  if (paths.length === 0) return loss.same;
  const named = paths
    .slice(0, MAX_NAMED)
    .map((path) => `${settings.fields[path]} ${valueText(run, path, settings, loss)}`);
  return named.join(" · ") + (paths.length > MAX_NAMED ? " …" : "");
}

function valueText(
  { model, scaling, training }: Experiment,
  path: ComparedPath,
  { options }: Settings,
  loss: LossWords,
): string {
  const yesNo = (yes: boolean): string => (yes ? loss.yes : loss.none);
  switch (path) {
    case "training.learning_rate":
      return fieldText(training.learning_rate);
    case "training.optimizer":
      return options.optimizers[training.optimizer.kind];
    case "training.schedule":
      return options.schedules[training.schedule.kind];
    case "training.batch_size":
      return training.batch_size === null ? loss.wholeBatch : fieldText(training.batch_size);
    case "training.loss":
      return options.losses[training.loss.kind];
    case "training.shuffle":
      return yesNo(training.shuffle);
    case "training.l1":
      return fieldText(training.l1);
    case "training.l2":
      return fieldText(training.l2);
    case "training.test_fraction":
      return fieldText(training.test_fraction);
    case "training.seed":
      return fieldText(training.seed);
    case "scaling":
      return options.scalings[scaling];
    case "model.hidden":
      return model.hidden.map(({ units }) => units).join("–") || loss.none;
    case "model.output":
      return options.outputs[model.output];
    case "model.weights":
      return yesNo(model.weights === "sum_to_one");
    case "model.bias":
      return yesNo(model.bias);
    case "model.initial":
      return options.initials[model.initial.kind];
  }
}
