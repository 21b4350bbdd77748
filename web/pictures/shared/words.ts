/** Words that several pictures use. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  target: "School",
  prediction: "Machine",
  unlabelled: "to be predicted",
  unlabelledStudents: (count: number) =>
    count === 1 ? "1 student to be predicted" : `${count} students to be predicted`,
  moreStudents: (count: number) => `and ${count} more.`,
  nameless: (row: number) => `Student ${row}`,
  noStudents: "No students yet.",
  outcomeClasses: (right: number, wrong: number, unlabelled: number) =>
    `Students predicted right: ${right}; wrong: ${wrong}${unlabelled > 0 ? `; without a label: ${unlabelled}` : ""}.`,
  outcomeNumbers: (students: number) => `Students: ${students}.`,
  outputOf: (name: string) => `the output “${name}”`,
  throughLayers: "With hidden layers it moves all weights through the outputs.",
  /** Which weights an edit of a student pulls up and which down. */
  editPulls: (student: string, up: readonly string[], down: readonly string[]) => {
    const said = [
      ...(up.length > 0 ? [`${up.join(", ")} up`] : []),
      ...(down.length > 0 ? [`${down.join(", ")} down`] : []),
    ].join(" and ");
    return said === ""
      ? `At the weights until now, the edit of ${student} changes no pull.`
      : `At the weights until now, the edit of ${student} pulls ${said}.`;
  },
  byHand: "Weights changed by hand; training continues from there. Reset returns to the start.",
};

const zh: typeof en = {
  target: "学校",
  prediction: "机器",
  unlabelled: "待预测",
  unlabelledStudents: (count) => `待预测的学生 ${count} 名`,
  moreStudents: (count) => `还有 ${count} 名。`,
  nameless: (row) => `第 ${row} 名学生`,
  noStudents: "还没有学生。",
  outcomeClasses: (right, wrong, unlabelled) =>
    `预测正确 ${right} 人，错误 ${wrong} 人${unlabelled > 0 ? `，待预测 ${unlabelled} 人` : ""}。`,
  outcomeNumbers: (students) => `共 ${students} 名学生。`,
  outputOf: (name) => `输出“${name}”`,
  throughLayers: "有隐藏层时，它通过输出牵动所有权重。",
  editPulls: (student, up, down) => {
    const said = [
      ...(up.length > 0 ? [`把${up.join("、")}往上拉`] : []),
      ...(down.length > 0 ? [`把${down.join("、")}往下拉`] : []),
    ].join("，");
    return `照刚才的权重，改动${student}${said === "" ? "不改变任何拉力" : said}。`;
  },
  byHand: "权重由你改动，训练从这里继续；重置回到起点。",
};

export const shared = dictionary(zh, en);
