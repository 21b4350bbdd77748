/** The words of moving and adding students, in the reader's language. */
import { dictionary } from "../../i18n/i18n.svelte";
import { wordsEn } from "./words.en";
import { wordsZh } from "./words.zh";

export const words = dictionary(wordsZh, wordsEn);
