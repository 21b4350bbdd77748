/** What a link fixes for the class. */
import { dictionary } from "../i18n/i18n.svelte";
import type { PanelName } from "../state/fixed";

const en = {
  title: "For a class: lock settings, leave things out",
  lead: "What is locked is disabled and says so. A lock is a courtesy and no security: the page opened by its own address, without this link, has everything.",
  locked: "Locked",
  everything: "Everything",
  shown: "Shown around the picture",
  panels: {
    data: "Data",
    rate: "Learning rate",
    model: "Model",
    lessons: "Lessons button",
    strip: "Other pictures",
    loss: "Loss curve",
  } satisfies Record<PanelName, string>,
  opening: "When the link is opened",
  ownLanguage: "as the browser asks for",
  secret: "The secret rule cannot be revealed",
  secretLong:
    "The rule is written into the link in a form that nobody reads by eye. Whoever is determined, and reads programs, can still find it; so can a machine that learns.",
};

const zh: typeof en = {
  title: "给全班用：锁定设置，隐藏内容",
  lead: "锁定的设置不能改，旁边会写明。锁只是约定，不是保密：不用这个链接、直接打开网页，什么都能改。",
  locked: "锁定",
  everything: "全部",
  shown: "图以外显示哪些部分",
  panels: {
    data: "数据",
    rate: "学习率",
    model: "模型",
    lessons: "课程按钮",
    strip: "其他的图",
    loss: "损失曲线",
  },
  opening: "打开链接时",
  ownLanguage: "按浏览器的语言",
  secret: "不能揭晓保密的规则",
  secretLong: "规则写进链接时打乱了，肉眼看不出来。懂程序又肯花工夫的人还是能找到；会学习的机器也能。",
};

export const fixedWords = dictionary(zh, en);
