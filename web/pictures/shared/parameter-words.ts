/** The words that name weights, biases and neurons in every picture. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  weightOf: (subject: string): string => `${subject}的权重`,
  bias: "偏置",
  biasOf: (unit: string): string => `${unit}的偏置`,
  edge: (from: string, to: string): string => `${from} → ${to}`,
  neuron: (layer: number, unit: number): string => `神经元 ${layer}.${unit}`,
};

export type ParameterWords = typeof zh;

export const parameterEn: ParameterWords = {
  weightOf: (subject) => `Weight of ${subject}`,
  bias: "Bias",
  biasOf: (unit) => `Bias of ${unit}`,
  edge: (from, to) => `${from} → ${to}`,
  neuron: (layer, unit) => `Neuron ${layer}.${unit}`,
};

export const parameterWords = dictionary(zh, parameterEn);
