/** The words of the boundary picture. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  caption: "Background: the machine's answer for a student with these scores.",
  swings: "The answers swing too fast for the eye: only some of them are painted. The numbers are live.",
  slice: (held: string) => `One slice: ${held}.`,
  alternative: (x: string, y: string, outcome: string) =>
    `The machine's answer for every pair of scores, ${x} across, ${y} up, with the students drawn over it. ${outcome}`,
  alternativeOne: (x: string, outcome: string) =>
    `The machine's answer for every score in ${x}, with the students drawn over it. ${outcome}`,
  horizontalAxis: "Across",
  verticalAxis: "Up",
  heldScore: (subject: string) => `${subject} held at`,
  legend: "Legend",
  legendUnlabelled: "no label: the shape shows the prediction",
  legendHeldOut: "held out for validation",
  legendLeftOut: "left out",
  legendWrong: "predicted wrong",
  reach:
    "Students in the picture: arrow keys go from one to the next, Enter selects, Shift with arrow keys moves, Delete removes",
  hint: "Drag a student to change its scores; click an empty place to add one.",
  hintFinger: "Drag a student to change its scores; tap an empty place to add one.",
  hintKeys: "Arrow keys: next student. Enter: select. Shift + arrow keys: move. Delete: remove.",
  addAs: "Add as",
  toPredict: "to be predicted",
  flat: "Flat colours",
  flatLong: "One colour for each class or each step of a total, regardless of how sure the machine is",
  said: (prediction: string) => `machine: ${prediction}`,
  nothing: "no prediction",
  added: (student: string) => `Added: ${student}`,
  removed: (name: string) => `Removed: ${name}`,
};

const zh: typeof en = {
  caption: "背景颜色表示：考出这些分数的学生，机器会怎么判。",
  swings: "答案来回变得太快，看不清：图只画其中一部分，数字是实时的。",
  slice: (held) => `这是一个切面：${held}。`,
  alternative: (x, y, outcome) => `机器对每一组分数的答案，横轴${x}，纵轴${y}，学生画在上面。${outcome}`,
  alternativeOne: (x, outcome) => `机器对${x}每个分数的答案，学生画在上面。${outcome}`,
  horizontalAxis: "横轴",
  verticalAxis: "纵轴",
  heldScore: (subject) => `${subject}固定为`,
  legend: "图例",
  legendUnlabelled: "待预测（形状为预测结果）",
  legendHeldOut: "留作验证",
  legendLeftOut: "不参加训练",
  legendWrong: "预测错误",
  reach: "图中的学生：用方向键逐个查看，按回车选中，按住 Shift 用方向键移动，按 Delete 删除",
  hint: "拖动学生可改变分数，点击空白处可添加学生。",
  hintFinger: "拖动学生可改变分数，点按空白处可添加学生。",
  hintKeys: "方向键：下一名学生。回车：选中。Shift + 方向键：移动。Delete：删除。",
  addAs: "添加为",
  toPredict: "待预测",
  flat: "纯色",
  flatLong: "每个类别、每段总分各用一种颜色，不显示把握的大小",
  said: (prediction) => `机器：${prediction}`,
  nothing: "没有预测",
  added: (student) => `已添加：${student}`,
  removed: (name) => `已删除：${name}`,
};

export const words = dictionary(zh, en);
