import type { TriangleMessages } from "./words.en";

/** 三角图的中文文字。 */
export const triangleZh = {
  probabilityHint: "离哪个角越近，机器越肯定是哪一类。空心：待预测；带圈：预测错误。",
  probabilityAlt: (classes, outcome) => `每名学生是三角形里的一个点，位置由${classes}的概率决定。${outcome}`,
  comma: "、",
  students: "三角图中的学生：用方向键逐个查看，按回车选中",
  probabilities: (name, shares) => `${name}：${shares}`,
  weightsHint: "每个点是三个和为 1 的权重，角上只有一科算分。点一处，就从那里接着训练。",
  weightsAlt: (subjects, point) => `训练损失的等高线图，画在${subjects}三个权重的三角形里。${point}`,
} satisfies TriangleMessages;
