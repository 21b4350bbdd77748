/** English words of the weights' traces; the Chinese ones follow this type. */
export const tracesEn = {
  tooMany: "The way is drawn for up to 64 weights and biases.",
  alternative: (name: string, ends: string, epoch: string) =>
    `${name === "" ? "" : `${name}: `}how each weight moved over the epochs, up to epoch ${epoch}. Now ${ends}.`,
  biasAlternative: (name: string, ends: string, epoch: string) =>
    `${name === "" ? "" : `${name}: `}how the bias moved over the epochs, up to epoch ${epoch}. Now ${ends}.`,
  browse: "Read the weights off with the arrow keys",
  reading: (epoch: string, values: string) => `Epoch ${epoch}: ${values}`,
};

export type TracesWords = typeof tracesEn;
