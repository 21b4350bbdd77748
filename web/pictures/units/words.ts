/** The words of the picture of sizes. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  caption: "网络多大才合适？每种大小从几个随机起点训练，看训练损失和验证损失。点一下，就用那个大小。",
  heldOutMade: "这里每次随机留出三成学生来验证。",
  heldOutNone: "学生太少，没有留出来验证的：看不出过拟合。",
  kind: "改变什么",
  kinds: { units: "每层神经元", depth: "隐藏层数" },
  across: { units: "神经元", depth: "层" },
  training: "训练损失",
  heldOut: "验证损失",
  legend: "点是中位数，粗条是中间一半的起点。两条都高：太小，没学会。训练低、验证高：太大，背下来了。",
  size: {
    units: (size: string): string => `${size} 个神经元`,
    depth: (size: string): string => `${size} 个隐藏层`,
  },
  take: (size: string): string => `用 ${size}，这里最好`,
  reach: "各种大小的损失：左右键换大小，回车键用那个大小",
  all: (readings: readonly string[]): string => `${readings.join("；")}。`,
  present: "现在",
  best: (steps: string, size: string, loss: string): string => `训练 ${steps} 步以后，${size}最好，中位数 ${loss}。`,
  none: (steps: string): string => `训练 ${steps} 步以后，每一次训练都发散了。`,
};

const en: typeof zh = {
  caption:
    "How large should the network be? Each size trains from several random starts: training and validation loss. A click takes its size.",
  heldOutMade: "Each run holds out three of ten students at random, for validation.",
  heldOutNone: "There are too few students to hold some out: overfitting cannot be seen.",
  kind: "What is varied",
  kinds: { units: "Neurons in each layer", depth: "Hidden layers" },
  across: { units: "neurons", depth: "layers" },
  training: "training loss",
  heldOut: "validation loss",
  legend:
    "Dots are medians, bars the middle half of the starts. Both high: too small to learn it. Training low and validation high: so large that it learns by heart.",
  size: {
    units: (size) => (size === "1" ? "1 neuron" : `${size} neurons`),
    depth: (size) => (size === "1" ? "1 hidden layer" : `${size} hidden layers`),
  },
  take: (size) => `Take ${size}, the best here`,
  reach: "Losses of every size: the left and right keys change the size, Enter takes it",
  all: (readings) => `${readings.join("; ")}.`,
  present: "now",
  best: (steps, size, loss) => `After ${steps} steps the best is ${size}, with a median of ${loss}.`,
  none: (steps) => `After ${steps} steps every run has diverged.`,
};

export const w = dictionary(zh, en);
