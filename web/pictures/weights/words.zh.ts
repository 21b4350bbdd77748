import type { TracesWords } from "./words.en";

/** 权重轨迹的中文文字。 */
export const tracesZh = {
  tooMany: "权重与偏置不超过 64 个时，这里画出它们的变化。",
  alternative: (name, ends, epoch) =>
    `${name === "" ? "" : `${name}：`}各权重随轮数的变化，到第 ${epoch} 轮。目前${ends}。`,
  biasAlternative: (name, ends, epoch) =>
    `${name === "" ? "" : `${name}：`}偏置随轮数的变化，到第 ${epoch} 轮。目前${ends}。`,
  browse: "用方向键读出各轮的权重",
  reading: (epoch, values) => `第 ${epoch} 轮：${values}`,
} satisfies TracesWords;
