/** The words of the dialog that saves a picture, and of the sheet that is printed. */
import { dictionary } from "../i18n/i18n.svelte";

const en = {
  title: (picture: string) => `Save “${picture}”`,
  making: "Drawing …",
  preview: "The picture as it is saved",
  light: "On a light ground, for paper",
  png: "Save as PNG",
  pngLong: "For word processors, slides and messages, sharp in print",
  svg: "Save as SVG",
  svgLong: "For drawing programs and slides: every line and number can be changed there",
  copy: "Copy the picture",
  copied: "Copied. Paste it where you need it.",
  notCopied: "This browser does not let the page copy pictures: save it as PNG instead.",
  failed: (why: string) => `The picture could not be made: ${why}`,
  alternative: "In words, for those who do not see it",
  students: (count: string) => (count === "1" ? "1 student" : `${count} students`),
  print: "Print a sheet",
  printLong: "Task or questions, pictures, table, settings and weights on paper (Ctrl+P)",
  printing: "The sheet is being made …",
  caseOf: (name: string) => `Three-good students · ${name}`,
  person: "Name ____________  Class ________  Date ________",
  more: (count: string) => `and ${count} more`,
  parameter: "Parameter",
  value: "Value",
};

const zh: typeof en = {
  title: (picture) => `保存“${picture}”`,
  making: "正在画……",
  preview: "保存下来的样子",
  light: "用浅色底，便于打印",
  png: "保存为 PNG",
  pngLong: "用于文档、幻灯片和聊天，打印也清晰",
  svg: "保存为 SVG",
  svgLong: "用于绘图软件和幻灯片，里面的线条和数字都能修改",
  copy: "复制图片",
  copied: "已复制，到需要的地方粘贴即可。",
  notCopied: "这个浏览器不让网页复制图片，请保存为 PNG。",
  failed: (why) => `图片没有画成：${why}`,
  alternative: "文字说明（给看不到图的人）",
  students: (count) => `${count} 名学生`,
  print: "打印一页",
  printLong: "把任务或问题、图、表格、设置和权重印在纸上（Ctrl+P）",
  printing: "正在排版……",
  caseOf: (name) => `三好学生 · ${name}`,
  person: "姓名 ____________  班级 ________  日期 ________",
  more: (count) => `还有 ${count} 行`,
  parameter: "参数",
  value: "值",
};

export const words = dictionary(zh, en);
