/** The words of the family of perfect weights. */
import { dictionary } from "../../i18n/i18n.svelte";
import type { Openness } from "./family";

const zh = {
  /** 句与句之间。 */
  gap: "",
  told: (students: number, things: number, wanted: number): string =>
    `${students} 名学生给出 ${things} 个互相独立的等式，要找的数有 ${wanted} 个。`,
  toldWithSum: (students: number, things: number, wanted: number): string =>
    `${students} 名学生加上“和为 1”，给出 ${things} 个互相独立的等式，要找的数有 ${wanted} 个。`,
  open: {
    point: (weights: string): string => `够了：只剩一组 ${weights}。`,
    line: (weights: string, direction: string): string =>
      `还少一个等式，所以全对的权重是一整条线：${weights} + t × ${direction}，t 是什么数都行。沿着它走，每个预测都不变。`,
    plane: () => "还少两个等式，所以全对的权重铺满一整个平面：在平面上怎么走，每个预测都不变。",
    more: () => "还少好几个等式：有很多方向，往那边走，每个预测都不变。",
  } satisfies Record<Openness, (weights: string, direction: string) => string>,
  best: (residual: string): string => `没有哪组权重能全对：误差最小的也平均差 ${residual} 分（均方根）。`,
  school: (weights: string): string => `学校的 ${weights} 只是其中一组，机器没法知道是哪一组。`,
  condition: (condition: string): string =>
    `条件数 ${condition}：总分要是变 1%，这些学生能定下来的权重最多会变 ${condition}%。`,
  hint: "拖动或用方向键转动。",
  turn: "从另一边看权重空间",
  view: (yaw: number, pitch: number): string => `转了 ${yaw}°，俯视 ${pitch}°`,
  family: { point: "全对的权重", line: "全对的线", plane: "全对的平面", more: "全对的权重" } satisfies Record<
    Openness,
    string
  >,
  marks: "记号",
  now: "现在",
  path: "走过的路",
  smallest: "离 0 最近的一组",
  secret: "学校的权重",
  walk: "沿着这条线走",
  loss: (loss: string): string => `损失 ${loss}`,
  put: "从这里接着训练",
  student: "添一名学生，把权重定下来",
  studentName: (number: number): string => `学生 ${number}`,
  studentLong: "按学校的规则算总分，分数选得正好能看出差别",
  noRule: "不知道学校的规则，请自己在表里添一名学生",
  sum: "让权重之和为 1",
  free: "不再要求和为 1",
  directions: "不影响预测的方向",
  direction: (number: number): string => `方向 ${number}`,
  weights: "误差最小、离 0 最近的权重",
  bias: "偏置",
  alternative: (sentence: string, now: string): string => `三个权重的空间。${sentence}现在在 ${now}。`,
};

const en: typeof zh = {
  gap: " ",
  told: (students, things, wanted) =>
    `${students} student${students === 1 ? " gives" : "s give"} ${things} independent equation${things === 1 ? "" : "s"} for ${wanted} unknown numbers.`,
  toldWithSum: (students, things, wanted) =>
    `${students} student${students === 1 ? "" : "s"} and the sum of one give ${things} independent equation${things === 1 ? "" : "s"} for ${wanted} unknown numbers.`,
  open: {
    point: (weights) => `That is enough: only ${weights} remains.`,
    line: (weights, direction) =>
      `One equation is missing, so the perfect weights are a whole line: ${weights} + t × ${direction} with any number t. Along it no prediction changes.`,
    plane: () => "Two equations are missing, so the perfect weights are a whole plane: on it no prediction changes.",
    more: () => "More equations are missing: there are many directions in which no prediction changes.",
  },
  best: (residual) => `No weights are right for all: the best are off by ${residual} points (root mean square).`,
  school: (weights) => `The school's ${weights} are only one choice; nothing tells the machine which one to take.`,
  condition: (condition) =>
    `Condition number ${condition}: if the totals change by 1%, the weights that these students determine change by up to ${condition}%.`,
  hint: "Drag, or use the arrow keys, to turn it.",
  turn: "Turns the space of weights",
  view: (yaw, pitch) => `turned by ${yaw}°, seen from ${pitch}° above`,
  family: {
    point: "Perfect weights",
    line: "Line of perfect weights",
    plane: "Plane of perfect weights",
    more: "Perfect weights",
  },
  marks: "Marks",
  now: "Now",
  path: "Path",
  smallest: "The nearest to 0",
  secret: "The school's weights",
  walk: "Walk along the line",
  loss: (loss) => `loss ${loss}`,
  put: "Train on from here",
  student: "Add a student who settles it",
  studentName: (number) => `Student ${number}`,
  studentLong: "With the total by the school's rule, and scores that settle the question",
  noRule: "The school's rule is not known: add a student to the table yourself",
  sum: "Let the weights sum to one",
  free: "No longer ask for a sum of one",
  directions: "Directions that change no prediction",
  direction: (number) => `Direction ${number}`,
  weights: "Weights of least error, nearest to 0",
  bias: "Bias",
  alternative: (sentence, now) => `The space of three weights. ${sentence} Now at ${now}.`,
};

export const w = dictionary(zh, en);
