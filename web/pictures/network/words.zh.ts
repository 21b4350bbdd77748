import type { NetworkWords } from "./words.en";

/** 网络图的中文文字。 */
export const networkZh = {
  alternative: (sizes) => `各层节点数为 ${sizes} 的网络；线越粗权重越大，蓝色为正，橙色为负。`,
  responses: "每个神经元的方格画出它对边界图横轴、纵轴上各点的回答。",
  hint: "线越粗权重越大，蓝正橙负。按下连线或神经元可修改数值。",
  heatHint: "每行一个神经元，每列一个输入：蓝 = 正，橙 = 负，颜色越深权重越大。",
  browse: "神经元与连线：用方向键逐个查看，按回车修改数值",
  asTable: "以表格列出全部权重",
  from: "从",
  to: "到",
  value: "数值",
  neuron: (layer, unit) => `神经元 ${layer}.${unit}`,
  hiddenLayer: (layer) => `隐藏层 ${layer}`,
  outputLayer: "输出层",
  layerSize: (units, inputs) => `${units} × ${inputs}`,
  weightOf: (from, to) => `${from} → ${to}`,
  biasOf: (name) => `${name}的偏置`,
  noBias: "无偏置",
  answers: (x, y) => `横轴${x}，纵轴${y}`,
  layersOf: "各层与神经元",
  addNeuron: (layer) => `隐藏层 ${layer} 增加一个神经元`,
  removeNeuron: (layer) => `隐藏层 ${layer} 减少一个神经元`,
  neurons: (count) => `${count} 个神经元`,
  addLayer: (layer) => `插入一个隐藏层，作为第 ${layer} 层`,
  removeLayer: (layer) => `从网络中移除第 ${layer} 层`,
  activation: (layer) => `网络第 ${layer} 层的激活函数`,
} satisfies NetworkWords;
