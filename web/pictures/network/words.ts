/** The words of the network. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  alternative: (sizes: string) =>
    `Network of ${sizes} nodes; thick edges are strong weights, blue positive, orange negative.`,
  responses: "Each neuron's box shows its output for every pair of scores on the two axes.",
  hint: "Thick = strong, blue = positive, orange = negative. Press an edge or a neuron to change its number.",
  heatHint:
    "Each row is a neuron, each column an input: blue = positive, orange = negative, strongest colour = strongest weight.",
  thickest: (weights: string) => `Thickest lines, layer by layer: ${weights}.`,
  strongest: (weights: string) => `Strongest colours, layer by layer: ${weights}.`,
  browse: "Neurons and edges: arrow keys go from one to the next, Enter changes the number",
  asTable: "All weights as a table",
  from: "From",
  to: "To",
  value: "Value",
  hiddenLayer: (layer: number) => `Hidden layer ${layer}`,
  outputLayer: "Output",
  layerSize: (units: number, inputs: number) => `${units} × ${inputs}`,
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

const zh: typeof en = {
  alternative: (sizes) => `各层节点数为 ${sizes} 的网络；线越粗权重越大，蓝色为正，橙色为负。`,
  responses: "每个神经元的方格里画的是：横轴、纵轴两科考出各种分数时，它的输出。",
  hint: "线越粗权重越大，蓝正橙负。按下连线或神经元可修改数值。",
  heatHint: "每行一个神经元，每列一个输入：蓝 = 正，橙 = 负，颜色越深权重越大。",
  thickest: (weights) => `各层最粗的线依次为 ${weights}。`,
  strongest: (weights) => `各层最深的颜色依次为 ${weights}。`,
  browse: "神经元与连线：用方向键逐个查看，按回车修改数值",
  asTable: "以表格列出全部权重",
  from: "从",
  to: "到",
  value: "数值",
  hiddenLayer: (layer) => `隐藏层 ${layer}`,
  outputLayer: "输出层",
  layerSize: (units, inputs) => `${units} × ${inputs}`,
  noBias: "无偏置",
  answers: (x, y) => `横轴${x}，纵轴${y}`,
  layersOf: "各层与神经元",
  addNeuron: (layer) => `隐藏层 ${layer} 增加一个神经元`,
  removeNeuron: (layer) => `隐藏层 ${layer} 减少一个神经元`,
  neurons: (count) => `${count} 个神经元`,
  addLayer: (layer) => `插入一个隐藏层，作为第 ${layer} 层`,
  removeLayer: (layer) => `从网络中移除第 ${layer} 层`,
  activation: (layer) => `网络第 ${layer} 层的激活函数`,
};

export const words = dictionary(zh, en);
