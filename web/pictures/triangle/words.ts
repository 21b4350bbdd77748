/** The words of the triangles. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  probabilityHint:
    "The nearer to a corner, the surer the machine is of that class. Hollow: no label; ringed: predicted wrong.",
  probabilityAlt: (classes: string, outcome: string) =>
    `Each student as a point in the triangle of the probabilities of ${classes}. ${outcome}`,
  comma: ", ",
  students: "Students in the triangle: arrow keys go from one to the next, Enter chooses",
  probabilities: (name: string, shares: string) => `${name}: ${shares}`,
  weightsHint:
    "Every point is three weights that sum to one: a corner is one subject alone. Click a point to go on training from there.",
  weightsAlt: (subjects: string, point: string) =>
    `Contours of the training loss in the triangle of the weights of ${subjects}. ${point}`,
};

export type TriangleWords = typeof en;

const zh: TriangleWords = {
  probabilityHint: "离哪个角越近，机器越肯定是哪一类。空心：待预测；带圈：预测错误。",
  probabilityAlt: (classes, outcome) => `每名学生是三角形里的一个点，位置由${classes}的概率决定。${outcome}`,
  comma: "、",
  students: "三角图中的学生：用方向键逐个查看，按回车选中",
  probabilities: (name, shares) => `${name}：${shares}`,
  weightsHint: "每个点是三个和为 1 的权重，角上只有一科算分。点一处，就从那里接着训练。",
  weightsAlt: (subjects, point) => `训练损失的等高线图，画在${subjects}三个权重的三角形里。${point}`,
};

export { en as triangleEn, zh as triangleZh };
export const words = dictionary(zh, en);
