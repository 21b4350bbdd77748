/** Words that several pictures use. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  target: "School",
  prediction: "Machine",
  unlabelled: "to be predicted",
  nameless: (row: number) => `Student ${row}`,
  noStudents: "No students yet.",
  outcomeClasses: (right: number, wrong: number, unlabelled: number) =>
    `Students predicted right: ${right}; wrong: ${wrong}${unlabelled > 0 ? `; without a label: ${unlabelled}` : ""}.`,
  outcomeNumbers: (students: number) => `Students: ${students}.`,
  byHand: "Weights changed by hand; training continues from there. Reset returns to the start.",
};

const zh: typeof en = {
  target: "学校",
  prediction: "机器",
  unlabelled: "待预测",
  nameless: (row) => `第 ${row} 名学生`,
  noStudents: "还没有学生。",
  outcomeClasses: (right, wrong, unlabelled) =>
    `预测正确 ${right} 人，错误 ${wrong} 人${unlabelled > 0 ? `，待预测 ${unlabelled} 人` : ""}。`,
  outcomeNumbers: (students) => `共 ${students} 名学生。`,
  byHand: "权重由你改动，训练从这里继续；重置回到起点。",
};

export const shared = dictionary(zh, en);
