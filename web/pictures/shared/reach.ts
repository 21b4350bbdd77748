/** The layer over a drawing that pointer and keys reach. */
import type { Attachment } from "svelte/attachments";
import { on } from "svelte/events";

/**
 * Enter and Space press a layer, as assistive tools do by `click()`. It is no button but has the role `application`: screen readers
 * keep the arrow keys for themselves on a button. The layer's name says what the keys do.
 */
export const pressedByKeys: Attachment<HTMLElement> = (layer) =>
  on(layer, "keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) layer.click();
  });
