/** Texts of the secret school. */
import { dictionary } from "../../i18n/i18n.svelte";
import type { Kind, Obstacle } from "./school";

const zh = {
  /** 句与句之间。 */
  gap: "",
  title: "秘密学校",
  intro: "学校不说它怎样算。你先猜，再让机器去找，最后用没见过的学生比一比谁猜得准。",
  open: { total: "开一所算总分的学校", award: "开一所评三好的学校" } satisfies Record<Kind, string>,
  own: "老师也可以自己定规则：在数据栏按“生成班级”，勾上“规则保密”。",
  obstacles: {
    noRule: "这张表的规则谁也不知道，没法打分。开一所学校吧。",
    hasLayers: "有隐藏层或多个输出时，猜不出是哪几个权重。",
    noMark: "评三好要有分数线：请打开偏置。",
  } satisfies Record<Obstacle, string>,
  guess: "一、你猜",
  guessLong: { total: "总分 = 各科分数 × 权重，再加起来。", award: "加权的总分够分数线，就评上。" } satisfies Record<
    Kind,
    string
  >,
  weightOf: (subject: string): string => `${subject}的权重`,
  mark: "分数线",
  loss: (loss: string): string => `这样猜，损失是 ${loss}`,
  tries: (count: number): string => `试了 ${count} 次`,
  machine: "二、机器找",
  machineLong: "按播放，看机器的损失降到多少。",
  now: (loss: string, updates: string): string => `走了 ${updates} 步，机器的损失是 ${loss}`,
  compare: "三、比一比",
  compareLong: "200 名没见过的学生，按学校的规则评一遍。",
  early: "先拖动滑块猜一猜，或让机器走几步。",
  score: "打分，揭晓规则",
  you: "你：",
  it: "机器：",
  off: (points: string): string => `平均差 ${points} 分`,
  right: (percent: string): string => `判对 ${percent}`,
  rule: (weights: string, mark: string | null): string =>
    `学校的规则：${weights}${mark === null ? "" : `，分数线 ${mark}`}`,
  won: "你更准。",
  lost: "机器更准。",
  even: "打平。",
};

const en: typeof zh = {
  gap: " ",
  title: "Secret school",
  intro:
    "The school keeps its rule secret. Guess it, then let the machine search for it; unseen students show who is closer.",
  open: { total: "Open a school of totals", award: "Open a school of awards" },
  own: "A teacher can set a rule: press “Make a class” under the table and keep the rule secret.",
  obstacles: {
    noRule: "The rule behind this table is unknown, so nothing can be scored. Open a school.",
    hasLayers: "With hidden layers or several outputs there are too many weights to guess.",
    noMark: "An award needs a pass mark: switch the bias on.",
  },
  guess: "1. You guess",
  guessLong: {
    total: "Total = the sum of the scores, each times its weight.",
    award: "A student whose weighted total reaches the pass mark gets the award.",
  },
  weightOf: (subject) => `Your weight of ${subject}`,
  mark: "Your pass mark",
  loss: (loss) => `With this guess the loss is ${loss}`,
  tries: (count) => (count === 1 ? "1 try" : `${count} tries`),
  machine: "2. The machine searches",
  machineLong: "Press play and see how low its loss gets.",
  now: (loss, updates) => `After ${updates} steps the machine's loss is ${loss}`,
  compare: "3. Compare",
  compareLong: "200 unseen students, judged by the school's rule.",
  early: "First make a guess, or let the machine train.",
  score: "Score both and show the rule",
  you: "You: ",
  it: "The machine: ",
  off: (points) => `off by ${points} points on average`,
  right: (percent) => `${percent} right`,
  rule: (weights, mark) => `The school's rule: ${weights}${mark === null ? "" : `, pass mark ${mark}`}`,
  won: "You are closer.",
  lost: "The machine is closer.",
  even: "It is a draw.",
};

export const w = dictionary(zh, en);
