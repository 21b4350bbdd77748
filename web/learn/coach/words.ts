/** What the coach says. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  /** 句与句之间。 */
  gap: "",
  label: "出了什么事",
  grew: (updates: string, first: string, now: string): string => `${updates} 步里，损失从 ${first} 变成了 ${now}。`,
  overBound: (rate: string, bound: string): string =>
    `学习率 ${rate} 超过了这里的上限 ${bound}：每一步都越过谷底，落到对面更高的地方，于是下一步更大。`,
  tooLarge: (rate: string): string => `学习率 ${rate} 太大：每一步都把权重推得比上一步更远。`,
  noGradient: (loss: string): string => `损失还有 ${loss}，可是每个梯度都正好是 0，权重一步也动不了。`,
  saturated: (prediction: string): string =>
    `机器给第一名学生的输出是 ${prediction}：加权和太大，落在 S 曲线最平的地方，32 位数算出的坡度正好是 0。`,
  dead: "隐藏的神经元都停在激活函数平的那一段，没有坡度可走。",
  back: (rate: string): string => `回到损失最小的那一步，学习率改成 ${rate}`,
  half: "（上限的一半）",
  scale: "分数都除以 100",
  standard: "把分数标准化",
  bias: "加上偏置，并把分数标准化",
  seed: "换一组随机的起点",
};

const en: typeof zh = {
  gap: " ",
  label: "What happened",
  grew: (updates, first, now) => `In ${updates} steps the loss went from ${first} to ${now}.`,
  overBound: (rate, bound) =>
    `The learning rate ${rate} is over the bound ${bound} here: every step goes past the bottom and lands higher on the other side, so that the next one is longer still.`,
  tooLarge: (rate) =>
    `The learning rate ${rate} is too large: every step drives the weights farther than the one before.`,
  noGradient: (loss) => `The loss is still ${loss}, but every gradient is exactly 0: no weight can move.`,
  saturated: (prediction) =>
    `The machine's output for the first student is ${prediction}: the weighted sum lies where the S-curve is flattest, and its slope in 32 bits is exactly 0.`,
  dead: "The hidden neurons all stand where their activation function is flat: there is no slope to follow.",
  back: (rate) => `Back to the step with the lowest loss, with the learning rate ${rate}`,
  half: " (half the bound)",
  scale: "Divide the scores by 100",
  standard: "Standardize the scores",
  bias: "Add a bias and standardize the scores",
  seed: "Another random start",
};

export const w = dictionary(zh, en);
