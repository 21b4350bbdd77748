/** The words of the S-curve, in the reader's language. */
import { dictionary } from "../../i18n/i18n.svelte";
import { curveEn } from "./words.en";
import { curveZh } from "./words.zh";

export const words = dictionary(curveZh, curveEn);
