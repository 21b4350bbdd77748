/** The words of the triangles, in the reader's language. */
import { dictionary } from "../../i18n/i18n.svelte";
import { triangleEn } from "./words.en";
import { triangleZh } from "./words.zh";

export const words = dictionary(triangleZh, triangleEn);
