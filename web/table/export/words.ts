/** The words of the dialog that saves, and of the workbook. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  title: "Save",
  workbook: "Excel workbook",
  workbookHas: "Scores, predictions and errors, and on further sheets the weights and the settings",
  csv: "CSV file",
  csvHas: "The scores alone, for every program that reads tables",
  python: "Python, PyTorch, ONNX",
  pythonHas: "The whole run: scripts that repeat it and go on, a notebook, the trained model",
  fileName: "sanhao",
  students: "Students",
  weights: "Weights",
  settings: "Settings",
  weight: "Parameter",
  value: "Value",
  yes: "yes",
  no: "no",
  withBias: "yes",
  withoutBias: "none",
  probability: "Probability",
  use: "Used for",
  uses: {
    training: "training",
    held_out: "validation",
    unlabelled: "to be predicted",
    left_out: "left out",
    incomplete: "nothing: a score is missing",
  },
};

const zh: typeof en = {
  title: "保存",
  workbook: "Excel 工作簿",
  workbookHas: "分数、预测和误差，另外两张表是权重和设置",
  csv: "CSV 文件",
  csvHas: "只有分数，凡是能读表格的软件都能打开",
  python: "Python、PyTorch、ONNX",
  pythonHas: "整个训练：能重复并继续训练的脚本、笔记本、训练好的模型",
  fileName: "三好学生",
  students: "学生",
  weights: "权重",
  settings: "设置",
  weight: "参数",
  value: "值",
  yes: "是",
  no: "否",
  withBias: "有",
  withoutBias: "无",
  probability: "概率",
  use: "用途",
  uses: {
    training: "训练",
    held_out: "验证",
    unlabelled: "待预测",
    left_out: "不采用",
    incomplete: "缺分，不采用",
  },
};

export const words = dictionary(zh, en);
