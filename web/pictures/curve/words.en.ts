/** English words of the S-curve and of the activation functions; the Chinese ones follow this type. */
export const curveEn = {
  caption: (yes: string) => `Each student's weighted total, and how probable the machine finds "${yes}" at that total.`,
  output: "the output",
  which: "Output",
  total: "Weighted total, in score points",
  threshold: "Threshold learned",
  school: (threshold: string) => `school ${threshold}`,
  learned: (threshold: string) => `threshold ${threshold}`,
  band: "Neither 0 nor 1",
  bandRange: (low: string, high: string) => `${low} to ${high}`,
  bandLong: "Shaded: −5 < z < 5. At z = −5 the curve is at 0.0067, at z = 5 at 0.9933.",
  schoolLine: "The school's threshold",
  near: "Only around the threshold",
  alternative: (threshold: string, low: string, high: string, students: number, above: number) =>
    `S-curve over the weighted total. Threshold learned: ${threshold} points. From ${low} to ${high} points z lies between −5 and 5. Students: ${students}, of whom ${above} are above the threshold.`,
  schoolAlt: (threshold: string) => `The school's own threshold: ${threshold} points.`,
  zero: "The weights sum to 0: no total puts the students in an order yet, and there is no threshold. Train a few steps.",
  negative:
    "The weights sum to less than 0: a higher total would count against a student, and the weights are no shares of a total. Train on, or hold the weights to a sum of 1.",
  unknown: "The weights are no finite numbers: training has diverged. Reset, and try a smaller learning rate.",
  reach: "Students on the curve: arrow keys go by total, Enter chooses",
  reading: (name: string, total: string, z: string, probability: string) =>
    `${name}: total ${total}, z = ${z}, probability ${probability}`,
  functions:
    "What a neuron makes of its weighted sum z: the function, and dashed its slope, by which the error is passed back.",
  layers: (layers: readonly number[]) => `Hidden layer${layers.length === 1 ? "" : "s"} ${layers.join(", ")}`,
  outputLayer: "Output layer",
  value: "value",
  slope: "slope",
  functionAlt: (kind: string, value: readonly [string, string], slope: readonly [string, string]) =>
    `${kind} for z from −5 to 5: values from ${value[0]} to ${value[1]}, slopes from ${slope[0]} to ${slope[1]}.`,
  browse: (kind: string) => `Read ${kind} off`,
  point: (z: string, value: string, slope: string) => `z = ${z}: value ${value}, slope ${slope}`,
};

export type CurveWords = typeof curveEn;
