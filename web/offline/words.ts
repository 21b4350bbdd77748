/** What is said of a new version of the page. */
import { dictionary } from "../i18n/i18n.svelte";

const en = {
  newVersion: "New version; your experiment stays.",
  load: "Load",
  later: "Later",
};

const zh: typeof en = {
  newVersion: "网页有新版本，载入后实验还在。",
  load: "载入",
  later: "以后",
};

export const offlineWords = dictionary(zh, en);
