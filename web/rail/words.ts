/** The words of the rail. */
import { dictionary } from "../i18n/i18n.svelte";

const zh = { sheet: "数据、模型与课程" };
const en: typeof zh = { sheet: "Data, model and lessons" };

export const w = dictionary(zh, en);
