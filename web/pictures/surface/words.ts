/** The words of the loss surface, in the reader's language. */
import { dictionary } from "../../i18n/i18n.svelte";
import { surfaceEn } from "./words.en";
import { surfaceZh } from "./words.zh";

export const words = dictionary(surfaceZh, surfaceEn);
