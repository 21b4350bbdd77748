/** 一个值为什么不被接受：中文说法。 */

import { formatNumber } from "../ui/format";
import { malformedZh } from "./malformed.zh";
import type { QuantityWords, RuleSentences } from "./options";
import type { RefusalMessages } from "./refusals.en";

/** 每个词的第一个字就是它的量词。 */
const quantities = {
  students: "名学生",
  labelled_students: "名可以用来训练的学生（有目标并且参加训练）",
  subjects: "门科目",
  classes: "个类别",
  columns: "列",
  layers: "层",
  weights: "个权重",
  biases: "个偏置",
  scores: "个分数",
  multiplications: "次乘法（把每名学生看一遍）",
  letters: "个字",
  runs: "次这么大的训练",
  axes: "样不同的设置",
} satisfies QuantityWords;

const rulesZh = {
  number: (value) => `${value} 不是数字`,
  whole: (value) => `${value} 不是自然数`,
  locked: () => "准备这个页面的人把它锁定了",
  finite: (value) => `${value} 不是有限的数`,
  positive: (value) => `${value} 不是大于 0 的数`,
  between: (value, { low, high }) => `${value} 不在 ${formatNumber(low)} 到 ${formatNumber(high)} 之间`,
  at_least: (value, { low, what }) =>
    `只有 ${value} ${quantities[what]}，至少要有 ${low} ${quantities[what].charAt(0)}`,
  at_most: (value, { high, what }) => `有 ${value} ${quantities[what]}，最多 ${high} ${quantities[what].charAt(0)}`,
  unique: (value) => `${value} 出现了两次`,
  not_empty: () => "这里是空的",
  known_class: (value) => `${value} 不是已有的类别`,
  length: (value, { expected, what }) =>
    `有 ${value} ${quantities[what]}，应当是 ${expected} ${quantities[what].charAt(0)}`,
  ragged: (value, { expected }) => `有 ${value} 格，而表头有 ${expected} 格`,
  header: (value) => `${value} 是数字，但第一行应当写各列的名称`,
  utf8: () => "不是 UTF-8 文本，请把文件另存为“CSV UTF-8”再打开",
  classes_for_loss: (value) => `${value}只用于类别，而这张表的目标是数字`,
  classes_for_softmax: (value) => `${value}只用于类别，而这张表的目标是数字`,
  softmax_for_loss: (value) => `类别多于两种时，${value}需要 Softmax 输出`,
  probabilities_for_loss: (value) => `${value}需要概率：输出请选 Sigmoid 或 Softmax`,
  malformed: (_, { message }) => malformedZh(message),
} satisfies RuleSentences;

/** 在哪里、什么值、为什么，以及保留了什么。 */
export const refusalZh = {
  close: "关闭",
  field: (field) => `${field}：`,
  cell: (row, column) => `第 ${row} 行“${column}”列：`,
  row: (row) => `第 ${row} 行：`,
  column: (column) => `“${column}”列：`,
  file: "文件：",
  score: (student, subject) => `${student}的${subject}：`,
  parameter: "权重或偏置：",
  units: (layer) => `隐藏层 ${layer} 的神经元数：`,
  lane: (lane) => `第 ${lane} 道：`,
  kept: "保留原来的值。",
  keptTable: "表格保持不变。",
  keptAll: "页面上的实验保持不变。",
  takenElse: "实验和其余的都已打开。",
  sentence: (place, reason, kept) => `${place}${reason}。${kept}`,
  rules: rulesZh,
} satisfies RefusalMessages;
