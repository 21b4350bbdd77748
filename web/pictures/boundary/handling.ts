/** What pointer and keys do in the boundary picture: its code arrives with the first sign of a person. */
export { default as AddAs } from "./AddAs.svelte";
export { default as BoundaryHint } from "./BoundaryHint.svelte";
export { default as BoundaryReach } from "./BoundaryReach.svelte";
export { default as FlatToggle } from "./FlatToggle.svelte";
