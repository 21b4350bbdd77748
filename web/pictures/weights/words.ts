/** The words of the weights and of their traces. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  title: "Weights learned",
  subject: "Subject",
  weight: "Weight",
  threshold: "Pass mark learned",
  sumToOne: "Weights are held to a sum of 1.",
  ofClass: (name: string, part: string) => `${name}: ${part}`,
  changeValue: (label: string, value: string) => `${label}: ${value}. Change it`,
  changeHint: "Press to type another number",
  dragHint: "Drag, or use the arrow keys",
  showRule: "Show the school's rule",
  noTrace: "The weights' history is drawn here once training has started.",
  ruleScaled: "Awards tell only the weights' proportions: the marks are scaled to the sum of the learned weights.",
  passMark: (total: string) => `pass mark ${total}`,
  tooMany: "The history is drawn for up to 64 weights and biases.",
  alternative: (name: string, ends: string, epoch: string) =>
    `${name === "" ? "" : `${name}: `}how each weight moved over the epochs, up to epoch ${epoch}. Now ${ends}.`,
  biasAlternative: (name: string, ends: string, epoch: string) =>
    `${name === "" ? "" : `${name}: `}how the bias moved over the epochs, up to epoch ${epoch}. Now ${ends}.`,
  browse: "Read the weights off with the arrow keys",
  reading: (epoch: string, values: string) => `Epoch ${epoch}: ${values}`,
};

const zh: typeof en = {
  title: "学到的权重",
  subject: "科目",
  weight: "权重",
  threshold: "学到的分数线",
  sumToOne: "已约束：权重之和为 1。",
  ofClass: (name, part) => `${name}：${part}`,
  changeValue: (label, value) => `${label}：${value}，按下可修改`,
  changeHint: "按下可输入新的数值",
  dragHint: "拖动，或用方向键",
  showRule: "揭晓学校的规则",
  noTrace: "训练开始后，这里画出权重的变化。",
  ruleScaled: "评奖只透露权重的比例：标记已按学到的权重之和缩放。",
  passMark: (total) => `分数线 ${total}`,
  tooMany: "权重与偏置不超过 64 个时，这里画出它们的变化。",
  alternative: (name, ends, epoch) => `${name === "" ? "" : `${name}：`}各轮的权重，到第 ${epoch} 轮。目前${ends}。`,
  biasAlternative: (name, ends, epoch) =>
    `${name === "" ? "" : `${name}：`}各轮的偏置，到第 ${epoch} 轮。目前${ends}。`,
  browse: "用方向键读出各轮的权重",
  reading: (epoch, values) => `第 ${epoch} 轮：${values}`,
};

export const words = dictionary(zh, en);
