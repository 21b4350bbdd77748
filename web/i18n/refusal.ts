/** The dictionary of refusals. */
import { dictionary } from "./i18n.svelte";
import { type RefusalMessages, refusalEn } from "./refusals.en";
import { refusalZh } from "./refusals.zh";

export const refusalWords: RefusalMessages = dictionary<RefusalMessages>(refusalZh, refusalEn);
