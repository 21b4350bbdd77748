/** The words of the metrics. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  label: "Metrics",
  training: "Training",
  heldOut: "Validation",
  students: "Students",
  accuracy: "Accuracy",
  auc: "AUC",
  r2: "R²",
  meanAbsoluteError: "Mean absolute error",
  rootMeanSquareError: "Root mean square error",
  largestError: "Largest error",
  confusion: (group: string) => `Who is taken for what: ${group}`,
  matrix: (group: string, students: number) => `${group}: ${students} ${students === 1 ? "student" : "students"}`,
  school: "School ↓ machine →",
  precision: "Precision",
  recall: "Recall",
  cell: (students: number, school: string, machine: string) =>
    `${students} of the school's ${school}, taken for ${machine}`,
  noHeldOut: "Are students whom the machine never saw predicted as well? Hold some out to test it.",
  tooFew: (students: number) => `With ${students} students or more some can be held out, to test the machine on them.`,
  holdOut: "Hold out 20%",
  none: "No student has a target yet.",
  definitions: "How they are computed",
  define: {
    accuracy: "the part of the students whose class is predicted right",
    auc: "the probability that, of one student from each class, the one of the second class gets the higher prediction; ½ is guessing",
    precision: "of those whom the machine puts into the class, the part that belongs there",
    recall: "of those who belong to the class, the part that the machine finds",
    r2: "the share of the targets' variance that is explained: 1 is all of it, 0 is no better than always predicting the mean",
    meanAbsoluteError: "the mean of |prediction − target|",
    rootMeanSquareError: "the square root of the mean of (prediction − target)²; large errors count more",
    largestError: "the largest |prediction − target|",
  },
};

export type MetricsWords = typeof en;

const zh: MetricsWords = {
  label: "指标",
  training: "训练",
  heldOut: "验证",
  students: "学生",
  accuracy: "准确率",
  auc: "AUC",
  r2: "R²",
  meanAbsoluteError: "平均绝对误差",
  rootMeanSquareError: "均方根误差",
  largestError: "最大误差",
  confusion: (group) => `谁被判成了什么：${group}`,
  matrix: (group, students) => `${group}：${students} 名学生`,
  school: "学校 ↓ 机器 →",
  precision: "精确率",
  recall: "召回率",
  cell: (students, school, machine) => `学校评为${school}、机器判为${machine}的有 ${students} 名`,
  noHeldOut: "没见过的学生，机器也判得准吗？留出一些学生来验证。",
  tooFew: (students) => `至少要有 ${students} 名学生，才能留出一些来验证。`,
  holdOut: "留出 20% 验证",
  none: "还没有学生带着目标。",
  definitions: "这些数是怎么算的",
  define: {
    accuracy: "判对的学生占全体的比例",
    auc: "两类各取一名学生，第二类的那名概率更高的可能性；½ 等于瞎猜",
    precision: "机器判为这一类的学生里，真正属于这一类的比例",
    recall: "真正属于这一类的学生里，机器找出来的比例",
    r2: "目标的差异有多少得到了解释：1 是全部，0 等于每次都猜平均数",
    meanAbsoluteError: "|预测 − 目标| 的平均数",
    rootMeanSquareError: "（预测 − 目标）² 的平均数再开方，更看重大的误差",
    largestError: "|预测 − 目标| 中最大的一个",
  },
};

export { en as metricsEn, zh as metricsZh };
export const words = dictionary(zh, en);
