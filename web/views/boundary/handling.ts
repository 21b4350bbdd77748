/** What pointer and keys do in the boundary picture: its code arrives once the picture is there. */
export { default as AddAs } from "./AddAs.svelte";
export { default as BoundaryHint } from "./BoundaryHint.svelte";
export { default as BoundaryReach } from "./BoundaryReach.svelte";
export { default as FlatToggle } from "./FlatToggle.svelte";
