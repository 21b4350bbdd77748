/** What stands under a saved picture: the run's settings and where it stands. */
import type { Experiment, Frame } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { formatCount, formatLoss, formatNumber } from "../ui/format";
import { words } from "./words";

export function factsOf({ table, scaling, model, training }: Experiment, frame: Frame): string[] {
  const { fields, options } = m;
  const said = (name: string, value: string): string => `${name} ${value}`;
  return [
    words.students(formatCount(table.students.length)),
    said(fields.scaling, options.scalings[scaling]),
    ...(model.hidden.length > 0
      ? [
          said(
            fields["model.hidden"],
            model.hidden.map(({ units, activation }) => `${units} ${options.activations[activation]}`).join(", "),
          ),
        ]
      : []),
    said(fields["training.loss"], options.losses[training.loss.kind]),
    said(fields["training.optimizer"], options.optimizers[training.optimizer.kind]),
    said(fields["training.learning_rate"], formatNumber(frame.learningRate, 3)),
    said(m.transport.epoch, formatCount(frame.epoch)),
    said(m.output.loss, formatLoss(frame.loss)),
  ];
}
