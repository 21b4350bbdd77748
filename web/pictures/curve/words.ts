/** The words of the S-curve and of the activation functions. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  caption: (yes: string) => `Each student's weighted total, and how probable the machine finds “${yes}” at that total.`,
  output: "the output",
  which: "Output",
  total: "Weighted total, in score points",
  threshold: "Pass mark learned",
  school: (threshold: string) => `school ${threshold}`,
  learned: (threshold: string) => `pass mark ${threshold}`,
  band: "Unsure between",
  bandRange: (low: string, high: string) => `${low} to ${high}`,
  bandLong: "Shaded: −5 < z < 5. At z = −5 the curve is at 0.0067, at z = 5 at 0.9933.",
  schoolLine: "The school's pass mark",
  near: "Only around the pass mark",
  alternative: (threshold: string, low: string, high: string, students: number, above: number) =>
    `S-curve over the weighted total. Pass mark learned: ${threshold} points. From ${low} to ${high} points z lies between −5 and 5. Students: ${students}, of whom ${above} are above the pass mark.`,
  schoolAlt: (threshold: string) => `The school's own pass mark: ${threshold} points.`,
  zero: "The weights sum to 0: the totals do not rank the students yet, and there is no pass mark. Train a few steps.",
  /** Between sentences. */
  gap: " ",
  negative:
    "The weights sum to less than 0: a higher total counts against a student, and the weights are no shares of a total.",
  swap: "If that is not meant, the other class is the yes: swap the two in the table.",
  unknown: "The weights are no longer finite numbers: training has diverged. Reset, and try a smaller learning rate.",
  /** The same where there is room for a few words. */
  briefly: {
    zero: "The weights sum to 0: no pass mark yet.",
    negative: "The weights sum to less than 0: a higher total counts against a student.",
    unknown: "Training has diverged: no curve.",
  },
  reach: "Students on the curve: arrow keys go by total, Enter chooses",
  reading: (name: string, total: string, z: string, probability: string) =>
    `${name}: total ${total}, z = ${z}, probability ${probability}`,
  functions:
    "A neuron's activation function of its weighted sum z and, dashed, its slope, which scales the error that is passed back.",
  layers: (layers: readonly number[]) => `Hidden layer${layers.length === 1 ? "" : "s"} ${layers.join(", ")}`,
  outputLayer: "Output layer",
  value: "value",
  slope: "slope",
  functionAlt: (kind: string, value: readonly [string, string], slope: readonly [string, string]) =>
    `${kind} for z from −5 to 5: values from ${value[0]} to ${value[1]}, slopes from ${slope[0]} to ${slope[1]}.`,
  browse: (kind: string) => `Read values of ${kind}`,
  point: (z: string, value: string, slope: string) => `z = ${z}: value ${value}, slope ${slope}`,
};

export type CurveWords = typeof en;

const zh: CurveWords = {
  caption: (yes) => `每名学生的加权总分，以及总分为此时机器认为是“${yes}”的概率。`,
  output: "输出",
  which: "输出",
  total: "加权总分（分）",
  threshold: "学到的分数线",
  school: (threshold) => `学校 ${threshold}`,
  learned: (threshold) => `分数线 ${threshold}`,
  band: "过渡带",
  bandRange: (low, high) => `${low} 至 ${high}`,
  bandLong: "阴影部分：−5 < z < 5。z = −5 处曲线的值为 0.0067，z = 5 处为 0.9933。",
  schoolLine: "学校的分数线",
  near: "只看分数线附近",
  alternative: (threshold, low, high, students, above) =>
    `加权总分上的 S 曲线。学到的分数线为 ${threshold} 分，${low} 至 ${high} 分之间 z 在 −5 与 5 之间。共 ${students} 名学生，${above} 名在分数线以上。`,
  schoolAlt: (threshold) => `学校自己的分数线为 ${threshold} 分。`,
  zero: "权重之和为 0，总分还排不出先后，也就没有分数线。请先训练几步。",
  gap: "",
  negative: "权重之和小于 0，总分越高反而越不利，权重也就算不上占比。",
  swap: "如果不该这样，就是“是”和“否”反了：在表里把两个类别对调。",
  unknown: "权重已不是有限的数，训练发散了。请回到起点，换一个较小的学习率。",
  briefly: {
    zero: "权重之和为 0，还没有分数线。",
    negative: "权重之和小于 0，总分越高越不利。",
    unknown: "训练发散了，画不出曲线。",
  },
  reach: "曲线上的学生：用方向键按总分逐个查看，按回车选中",
  reading: (name, total, z, probability) => `${name}：总分 ${total}，z = ${z}，概率 ${probability}`,
  functions: "神经元怎样处理加权和 z：实线是函数，虚线是它的斜率，误差按斜率往回传。",
  layers: (layers) => `隐藏层 ${layers.join("、")}`,
  outputLayer: "输出层",
  value: "函数值",
  slope: "斜率",
  functionAlt: (kind, value, slope) =>
    `z 从 −5 到 5 时的 ${kind}：函数值从 ${value[0]} 到 ${value[1]}，斜率从 ${slope[0]} 到 ${slope[1]}。`,
  browse: (kind) => `读 ${kind} 的曲线`,
  point: (z, value, slope) => `z = ${z}：函数值 ${value}，斜率 ${slope}`,
};

export { en as curveEn, zh as curveZh };
export const words = dictionary(zh, en);
