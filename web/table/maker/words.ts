import { dictionary } from "../../i18n/i18n.svelte";
import { makerEn } from "./words.en";
import { makerZh } from "./words.zh";

export const words = dictionary(makerZh, makerEn);
