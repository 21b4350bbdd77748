/** The words of the metrics, in the reader's language. */
import { dictionary } from "../../i18n/i18n.svelte";
import { metricsEn } from "./words.en";
import { metricsZh } from "./words.zh";

export const words = dictionary(metricsZh, metricsEn);
