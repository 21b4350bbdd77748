/** Texts of the scrubber. */
import { dictionary } from "../i18n/i18n.svelte";

const zh = {
  label: "训练的时间轴",
  hint: "拖动，回到训练中的任何一步",
  place: (epoch: string, updates: string, furthest: string): string =>
    `第 ${epoch} 轮，第 ${updates} 步，共走到第 ${furthest} 步`,
};

const en: typeof zh = {
  label: "Run history",
  hint: "Drag to go back to any step of the run",
  place: (epoch, updates, furthest) => `epoch ${epoch}, step ${updates} of ${furthest}`,
};

export const w = dictionary(zh, en);
