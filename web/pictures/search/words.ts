/** The words of exhaustive search. */
import { dictionary } from "../../i18n/i18n.svelte";
import type { Unit } from "./duration";

const zh = {
  caption: "把每一种权重都试一遍。和梯度下降（每一步都往损失变小的方向走）比一比，谁算得少。",
  steps: "每个权重试",
  stepsOf: (step: string): string => `0 到 1，每隔 ${step}`,
  start: "开始穷举",
  pause: "暂停穷举",
  again: "重新穷举",
  progress: "穷举的进度",
  triedOf: (tried: string, total: string): string => `${tried} / ${total} 种`,
  method: "方法",
  looks: "算损失的次数",
  weights: "找到的权重",
  loss: "损失",
  search: "穷举",
  descent: "梯度下降",
  direct: "解方程",
  nothing: "还没开始",
  many: "不止一组",
  grows: (step: string): string => `每隔 ${step} 试一次，科目越多：`,
  subjects: "科目数",
  candidates: "要试的种数",
  time: "在这台机器上要",
  unmeasured: "先开始穷举，才量得出速度。",
  units: {
    milliseconds: (count: number): string => `${count} 毫秒`,
    seconds: (count: number): string => `${count} 秒`,
    minutes: (count: number): string => `${count} 分钟`,
    hours: (count: number): string => `${count} 小时`,
    days: (count: number): string => `${count} 天`,
    years: (count: number): string => `${count} 年`,
  } satisfies Record<Unit, (count: number) => string>,
};

const en: typeof zh = {
  caption:
    "Tries every combination of weights. Which computes the loss fewer times: this, or gradient descent, which goes downhill step by step?",
  steps: "Each weight",
  stepsOf: (step) => `0 to 1 in steps of ${step}`,
  start: "Start the search",
  pause: "Pause the search",
  again: "Search again",
  progress: "Progress of the search",
  triedOf: (tried, total) => `${tried} of ${total}`,
  method: "Method",
  looks: "Losses computed",
  weights: "Weights found",
  loss: "Loss",
  search: "Exhaustive search",
  descent: "Gradient descent",
  direct: "Solving the equations",
  nothing: "not started",
  many: "more than one",
  grows: (step) => `In steps of ${step}, with more subjects:`,
  subjects: "Subjects",
  candidates: "Combinations",
  time: "Time on this machine",
  unmeasured: "Start the search to measure its speed.",
  units: {
    milliseconds: (count) => `${count} ms`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} hours`,
    days: (count) => `${count} days`,
    years: (count) => `${count} years`,
  },
};

export const w = dictionary(zh, en);
