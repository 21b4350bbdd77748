/** English words of the loss chart; the Chinese ones follow this type. */
export const lossEn = {
  title: "Loss",
  epoch: "Epoch",
  training: "Training loss",
  heldOut: "Held-out loss",
  logScale: "Log scale",
  logLosses: "loss",
  logEpochs: "epochs",
  /** What is to be seen, in words. */
  alternative: (epoch: string, loss: string, kept: number) =>
    `Curve of the loss over the epochs. At epoch ${epoch} the training loss is ${loss}.${
      kept === 0 ? "" : ` Curves kept for comparison: ${kept}.`
    }`,
  rateChanged: (epoch: string, rate: string) => `The learning rate became ${rate} at epoch ${epoch}.`,
  browse: "Read the curve off: arrow keys go from epoch to epoch",
  reading: (epoch: string, loss: string) => `Epoch ${epoch}: ${loss}`,
  keep: "Keep this curve",
  keepLong: "Keeps this curve in the chart, so that the next run can be compared with it",
  keptFull: "Four curves are kept. Remove one first.",
  kept: "Curves kept",
  same: "same settings",
  remove: (name: string) => `Remove the curve “${name}”`,
  none: "no",
  yes: "yes",
  wholeBatch: "all",
};

export type LossMessages = typeof lossEn;
