import type { CurveWords } from "./words.en";

/** S 曲线和激活函数图的中文文字。 */
export const curveZh = {
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
  negative: "权重之和小于 0，总分越高反而越不利，权重也就算不上占比。请继续训练，或约束权重之和为 1。",
  unknown: "权重已不是有限的数，训练发散了。请回到起点，换一个较小的学习率。",
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
} satisfies CurveWords;
