/** The words of the race. */
import { dictionary } from "../../i18n/i18n.svelte";
import type { Difference } from "../../state/race-choice";

const zh = {
  caption: "同一个起点、同一个种子，只差一样，看谁跑得好。",
  by: "差在",
  differences: {
    learning_rate: "学习率",
    optimizer: "优化器",
    scaling: "分数缩放",
    batch_size: "批大小",
    depth: "隐藏层数",
  } satisfies Record<Difference, string>,
  all: "全部",
  start: "开跑",
  pause: "停一下",
  again: "回到起点",
  past: "比赛的时间轴",
  ways: "权重走过的路",
  rank: "名次",
  steps: "步",
  loss: "损失",
  diverged: "发散了",
  boundary: (lane: string): string => `${lane} 这一道，机器会怎么判`,
  lane: (run: number, what: string): string => `第 ${run} 道的${what}`,
  add: "加一道",
  remove: (run: number): string => `去掉第 ${run} 道`,
  weightOf: (subject: string): string => `${subject}的权重`,
  firstNeuron: "有隐藏层的，画的是第一个神经元的权重。",
  firstClass: "画的是第一类的权重。",
  paths: (across: string, up: string): string => `每一道的权重走过的路：横着是${across}，竖着是${up}`,
};

const en: typeof zh = {
  caption: "The same start and seed, one setting different: which run does best?",
  by: "Different in",
  differences: {
    learning_rate: "learning rate",
    optimizer: "optimizer",
    scaling: "scaling",
    batch_size: "batch size",
    depth: "hidden layers",
  },
  all: "all",
  start: "Start the race",
  pause: "Pause the race",
  again: "Back to the start",
  past: "The race's past",
  ways: "Paths of the weights",
  rank: "Place",
  steps: "Steps",
  loss: "Loss",
  diverged: "diverged",
  boundary: (lane) => `What the machine would say in lane ${lane}`,
  lane: (run, what) => `Lane ${run}: ${what}`,
  add: "Add a lane",
  remove: (run) => `Remove lane ${run}`,
  weightOf: (subject) => `weight of ${subject}`,
  firstNeuron: "With hidden layers the weights are those of the first neuron. ",
  firstClass: "The weights are those of the first class. ",
  paths: (across, up) => `The lanes' ways through the weights: ${across} across, ${up} up`,
};

export const w = dictionary(zh, en);
