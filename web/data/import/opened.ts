/** What opening data needs, in one part that is loaded when something is opened. */
export { openText } from "../../share/open";
export { default as ImportDialog } from "./ImportDialog.svelte";
export { readFile, readPaste, words } from "./read";
