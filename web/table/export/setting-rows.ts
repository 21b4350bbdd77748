/** The settings of a run by their names on the page, for a workbook's sheet and a model card. */
import type { Experiment, Frame } from "../../engine/engine";
import { m } from "../../i18n/i18n.svelte";
import { words } from "./words";

/** Names and values. */
export function settingRows({ scaling, model, training }: Experiment, frame: Frame): (string | number | null)[][] {
  const { fields, options } = m;
  const hidden = model.hidden.map(({ units, activation }) => `${units} ${options.activations[activation]}`).join(", ");
  return [
    [fields.scaling, options.scalings[scaling]],
    [fields["model.hidden"], hidden || m.model.noLayers],
    [fields["model.output"], options.outputs[model.output]],
    [fields["model.weights"], model.weights === "sum_to_one" ? words.yes : words.no],
    [fields["model.bias"], model.bias ? words.withBias : words.withoutBias],
    [fields["model.initial"], options.initials[model.initial.kind]],
    [fields["training.loss"], options.losses[training.loss.kind]],
    [fields["training.optimizer"], options.optimizers[training.optimizer.kind]],
    [fields["training.learning_rate"], frame.learningRate],
    [fields["training.schedule"], options.schedules[training.schedule.kind]],
    [fields["training.batch_size"], training.batch_size ?? m.model.allStudents],
    [fields["training.shuffle"], training.shuffle ? words.yes : words.no],
    [fields["training.l1"], training.l1],
    [fields["training.l2"], training.l2],
    [fields["training.test_fraction"], training.test_fraction],
    [fields["training.seed"], training.seed],
    [m.transport.epoch, frame.epoch],
    [m.transport.updates, frame.updates],
    [m.output.loss, Number.isFinite(frame.loss) ? frame.loss : null],
  ];
}
