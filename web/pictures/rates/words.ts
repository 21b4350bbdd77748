/** The words of the picture of learning rates. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  caption: "同一个起点，只换学习率，各自训练同样多步：损失变成多少？点一下曲线，就用那里的学习率。",
  across: "学习率",
  bound: "上限 2/λ",
  boundAlt: (rate: string): string => `稳定的上限 2/λmax 是 ${rate}。`,
  present: (steps: string): string => `现在，第 ${steps} 步`,
  take: (rate: string): string => `用 ${rate}`,
  best: "这里最好",
  reach: "学习率和损失的曲线：左右键沿着曲线走，回车键用那个学习率",
  alternative: (steps: string, rate: string, loss: string): string =>
    `训练 ${steps} 步以后：学习率 ${rate} 的损失最小，是 ${loss}。`,
  noneAlternative: (steps: string): string => `训练 ${steps} 步以后，每一次训练都发散了。`,
  someDiverged: (count: string, runs: string, from: string): string =>
    `${runs} 次里有 ${count} 次发散，最小的学习率是 ${from}。`,
  noneDiverged: "没有一次发散。",
  here: (rate: string, loss: string): string => `现在的学习率是 ${rate}，损失是 ${loss}。`,
};

const en: typeof zh = {
  caption:
    "The same start, another learning rate each: what is the loss after equally many steps? A click on the curve takes its rate.",
  across: "learning rate",
  bound: "bound 2/λ",
  boundAlt: (rate) => `The bound of stable rates, 2/λmax, is ${rate}.`,
  present: (steps) => `now, at step ${steps}`,
  take: (rate) => `Take ${rate}`,
  best: "the best",
  reach: "Loss against learning rate: arrow keys go along the curve, Enter takes the rate",
  alternative: (steps, rate, loss) =>
    `After ${steps} steps: the loss is lowest at a learning rate of ${rate}, with ${loss}.`,
  noneAlternative: (steps) => `After ${steps} steps every run has diverged.`,
  someDiverged: (count, runs, from) => `${count} of ${runs} runs have diverged, the lowest at a rate of ${from}.`,
  noneDiverged: "No run has diverged.",
  here: (rate, loss) => `The present rate is ${rate}, with a loss of ${loss}.`,
};

export const w = dictionary(zh, en);
