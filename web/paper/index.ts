/** What goes out of the page to paper and slides. One part of the page: both need the same drawing code. */
export { default as PrintSheet } from "./PrintSheet.svelte";
export { default as SaveDialog } from "./SaveDialog.svelte";
