/** The words of the perceptron's picture. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  caption: "Each line: score × weight. The box adds them up.",
  widest: (weight: string) => `Widest line: ±${weight}.`,
  student: "Student",
  class: "Class",
  bias: "bias",
  sum: "Sum",
  school: (target: string) => `The school says ${target}`,
  off: (error: string) => `off by ${error}`,
  exact: "exactly right",
  probability: (name: string) => `Probability of “${name}”`,
  missing: (subject: string) => `No score in ${subject}: no sum.`,
  none: "No students yet.",
  toPredict: "To be predicted",
  alternative: (student: string, sum: string, output: string) => `${student}: ${sum}. ${output}`,
};

const zh: typeof en = {
  caption: "每条线：分数 × 权重；方框把它们加起来。",
  widest: (weight) => `最粗的线是 ±${weight}。`,
  student: "学生",
  class: "类别",
  bias: "偏置",
  sum: "加起来",
  school: (target) => `学校给的是 ${target}`,
  off: (error) => `差 ${error}`,
  exact: "正好对上",
  probability: (name) => `“${name}”的概率`,
  missing: (subject) => `没有${subject}的分数，算不出总和。`,
  none: "还没有学生。",
  toPredict: "待预测",
  alternative: (student, sum, output) => `${student}：${sum}。${output}`,
};

export const words = dictionary(zh, en);
