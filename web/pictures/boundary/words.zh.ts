import type { BoundaryWords } from "./words.en";

/** 在分界图中移动、添加学生的中文文字。 */
export const wordsZh = {
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
} satisfies BoundaryWords;
