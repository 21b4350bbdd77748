/** Words of all pictures of many runs. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  steps: (steps: string): string => `${steps} 步以后`,
  stepsSlider: "训练多少步以后",
  play: "播放",
  pause: "停一下",
  told: (runs: string, updates: string, seconds: string): string =>
    `${runs} 次训练，每次 ${updates} 步，共用 ${seconds} 秒`,
  computing: (runs: string, done: string, updates: string): string =>
    `${runs} 次训练，做到第 ${done} 步，每次做 ${updates} 步`,
  diverged: "发散了",
  allDiverged: "每一次训练都发散了。",
  someDiverged: (count: string, runs: string): string => `${runs} 次里有 ${count} 次发散了。`,
  reading: (name: string, value: string): string => `${name} ${value}`,
  loss: "损失",
  waiting: "还没有训练：打开这张图就开始。",
  afterAll: "全部训练完就画。",
  gap: "",
};

const en: typeof zh = {
  steps: (steps) => `after ${steps} steps`,
  stepsSlider: "After how many steps",
  play: "Play",
  pause: "Pause",
  told: (runs, updates, seconds) => `${runs} runs, ${updates} steps each, ${seconds} s`,
  computing: (runs, done, updates) => `${runs} runs, at step ${done} of ${updates} each`,
  diverged: "diverged",
  allDiverged: "Every run has diverged.",
  someDiverged: (count, runs) => `${count} of ${runs} runs have diverged.`,
  reading: (name, value) => `${name} ${value}`,
  loss: "loss",
  waiting: "Nothing trained yet: it begins when this picture is opened.",
  afterAll: "It is drawn when all have been trained.",
  gap: " ",
};

export const sweepWords = dictionary(zh, en);
