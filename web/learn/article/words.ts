/** Texts of the article on trial. */
import { dictionary } from "../../i18n/i18n.svelte";
import type { Guess, Verdict } from "./cards";

const verdicts: Record<Verdict, string> = { true: "说得对", loose: "说得不严", partly: "对一部分", wrong: "说错了" };
const guesses: Record<Guess, string> = { right: "对", half: "不全对", wrong: "不对" };

const zh = {
  columns: "这一栏",
  course: "课程",
  controls: "数据与模型",
  title: "文章受审",
  intro: (claims: number): string => `一篇讲深度学习的文章里有 ${claims} 句话。先猜对不对，再用实验看。`,
  tally: (guessed: number, right: number): string => `猜了 ${guessed} 句，猜中 ${right} 句`,
  show: "只看",
  all: "全部",
  open: "还没猜的",
  verdicts,
  verdict: (verdict: string): string => `这句话${verdict}`,
  look: "看什么",
  load: "载入实验",
  run: (updates: string): string => `走 ${updates} 步`,
  guess: "你觉得呢？",
  guesses,
  hit: "猜中了",
  missed: (guess: string): string => `没猜中，你猜的是“${guess}”`,
  none: "没有这样的句子了。",
};

const en: typeof zh = {
  columns: "This column",
  course: "Course",
  controls: "Controls",
  title: "Article on trial",
  intro: (claims) =>
    `An article about deep learning makes ${claims} claims. Guess whether each is true, then see by experiment.`,
  tally: (guessed, right) => `${guessed} guessed, ${right} of them correctly`,
  show: "Show",
  all: "all",
  open: "not guessed yet",
  verdicts: { true: "True", loose: "Loose", partly: "Partly true", wrong: "Wrong" },
  verdict: (verdict) => `The claim: ${verdict.toLowerCase()}`,
  look: "What to look at",
  load: "Load the experiment",
  run: (updates) => `Do ${updates} steps`,
  guess: "What do you think?",
  guesses: { right: "right", half: "half right", wrong: "wrong" },
  hit: "Your guess was right",
  missed: (guess) => `You guessed “${guess}”`,
  none: "No claims match.",
};

export const w = dictionary(zh, en);
