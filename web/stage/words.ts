/** The words of the stage and of the strip beside it. */
import { dictionary } from "../i18n/i18n.svelte";

const en = {
  compare: "Compare",
  compareLong: "Show a second picture beside this one",
  present: "Present",
  presentLong: "Show the picture alone, large, for a projector",
  leave: "Leave the presentation",
  save: "Save the picture",
  saveLong: "Save or copy the picture, for a worksheet or a slide",
  close: (picture: string) => `Close “${picture}”`,
  openCase: (index: number) => `Open case ${index}`,
  groups: { data: "Data", weights: "Weights", training: "Training", runs: "Many runs" },
};

const zh: typeof en = {
  compare: "并排",
  compareLong: "在旁边再放一张图",
  present: "投影",
  presentLong: "只显示这张图，放大，给全班看",
  leave: "退出投影",
  save: "保存图片",
  saveLong: "保存或复制这张图，放进练习纸或幻灯片",
  close: (picture) => `收起“${picture}”`,
  openCase: (index) => `打开案例 ${index}`,
  groups: { data: "看数据", weights: "看权重", training: "看训练", runs: "许多次训练" },
};

export const words = dictionary(zh, en);
