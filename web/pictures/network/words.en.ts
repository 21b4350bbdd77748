/** English words of the network; the Chinese ones follow this type. */
export const networkEn = {
  alternative: (sizes: string) =>
    `Network of ${sizes} nodes; thick edges are strong weights, blue positive, orange negative.`,
  responses: "Each neuron's box shows what it answers over the axes of the boundary.",
  hint: "Thick = strong, blue = positive, orange = negative. Press an edge or a neuron to change its number.",
  heatHint:
    "One row a neuron, one column an input: blue = positive, orange = negative, strongest colour = strongest weight.",
  browse: "Neurons and edges: arrow keys go from one to the next, Enter changes the number",
  asTable: "All weights as a table",
  from: "From",
  to: "To",
  value: "Value",
  neuron: (layer: number, unit: number) => `Neuron ${layer}.${unit}`,
  hiddenLayer: (layer: number) => `Hidden layer ${layer}`,
  outputLayer: "Output",
  layerSize: (units: number, inputs: number) => `${units} × ${inputs}`,
  weightOf: (from: string, to: string) => `${from} → ${to}`,
  biasOf: (name: string) => `Bias of ${name}`,
  noBias: "no bias",
  answers: (x: string, y: string) => `across ${x}, up ${y}`,
  layersOf: "Layers and neurons",
  addNeuron: (layer: number) => `Add a neuron to hidden layer ${layer}`,
  removeNeuron: (layer: number) => `Remove a neuron from hidden layer ${layer}`,
  neurons: (count: number) => `${count} neurons`,
  addLayer: (layer: number) => `Insert a hidden layer as layer ${layer}`,
  removeLayer: (layer: number) => `Remove layer ${layer} from the network`,
  activation: (layer: number) => `Activation of layer ${layer} in the network`,
};

export type NetworkWords = typeof networkEn;
