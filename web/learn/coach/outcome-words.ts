/** What is said of a run whose numbers are right, and where help is offered. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  label: "怎么回事？",
  right: (students: number, target: string, all: boolean, error: string | null): string => {
    const several = students === 2 ? `两个${target}都` : `${students} 个${target}都`;
    const who = students === 1 ? target : several;
    return `${all ? "" : "参加训练的"}${who}算对了${error === null ? "" : `（误差不超过 ${error}）`}`;
  },
  differ: (differences: string): string => `；权重却和学校的差 ${differences}。`,
  differMost: (difference: string): string => `；权重却和学校的最多差 ${difference}。`,
  same: "；权重也和学校的一样（精确到两位小数）。",
  secret: "；这是不是学校的权重，揭晓规则才知道。",
  others: "；可是换一组权重，也能算得一样准。",
  end: "。",
  why: "为什么？",
};

const en: typeof zh = {
  label: "What happened?",
  right: (students, target, all, error) => {
    const numbers = target === "Total" ? "total" : "prediction";
    const several = `${students === 2 ? "Both" : `All ${students}`} ${numbers}s${all ? "" : " in training"} are right`;
    const one = `The ${numbers}${all ? "" : " in training"} is right`;
    return `${students === 1 ? one : several}${error === null ? "" : ` to within ${error}`}`;
  },
  differ: (differences) => `; the weights differ from the school's by ${differences}.`,
  differMost: (difference) => `; the weights differ from the school's by up to ${difference}.`,
  same: ", and to two decimals the weights are the school's.",
  secret: "; reveal the rule to see whether the weights are the school's.",
  others: "; but other weights give the same predictions.",
  end: ".",
  why: "Why?",
};

export const outcomeWords = dictionary(zh, en);
