/** English words of the pictures in web/views; the Chinese ones follow this type. */
export const viewsEn = {
  boundaryTitle: "What the machine would say",
  boundaryCaption: "Background: what the machine would say of a student with these scores.",
  boundarySlice: (held: string) => `One slice: ${held}.`,
  boundaryAlt: (x: string, y: string, outcome: string) =>
    `The machine's answer for every pair of scores, ${x} across, ${y} up, with the students drawn over it. ${outcome}`,
  boundaryAltOne: (x: string, outcome: string) =>
    `The machine's answer for every score in ${x}, with the students drawn over it. ${outcome}`,
  outcomeClasses: (right: number, wrong: number, unlabelled: number) =>
    `Students predicted right: ${right}; wrong: ${wrong}${unlabelled > 0 ? `; without a label: ${unlabelled}` : ""}.`,
  outcomeNumbers: (students: number) => `Students: ${students}.`,
  comma: ", ",
  noStudents: "No students yet.",
  horizontalAxis: "Across",
  verticalAxis: "Up",
  heldScore: (subject: string) => `${subject} held at`,
  target: "School",
  prediction: "Machine",
  unlabelled: "to be predicted",
  nameless: (row: number) => `Student ${row}`,
  legend: "Legend",
  legendUnlabelled: "no label: shape shows the prediction",
  legendHeldOut: "held out to test",
  legendLeftOut: "left out",
  legendWrong: "predicted wrong",
  weightsTitle: "Weights learned",
  weightsUnit: "per score point",
  subject: "Subject",
  weight: "Weight",
  bias: "Bias",
  threshold: "Threshold learned",
  sumToOne: "Weights are held to a sum of 1.",
  networkAlt: (sizes: string) =>
    `Network of ${sizes} nodes; thick edges are strong weights, blue positive, orange negative.`,
  networkHint: "Edges: thick = strong, blue = positive, orange = negative. Point at one for its value.",
  heatHint:
    "One row a neuron, one column an input: blue = positive, orange = negative, strongest colour = strongest weight.",
  asTable: "All weights as a table",
  from: "From",
  to: "To",
  value: "Value",
  neuron: (layer: number, unit: number) => `Neuron ${layer}.${unit}`,
  hiddenLayer: (layer: number) => `Hidden layer ${layer}`,
  outputLayer: "Output",
  layerSize: (units: number, inputs: number) => `${units} × ${inputs}`,
};

export type ViewsMessages = typeof viewsEn;
