/** Canvases sized for what is drawn on them. */

export function contextOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  // Setting a size clears the canvas and allocates it anew, even where the size is the same.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser draws no 2d canvas.");
  return context;
}

/** A cleared canvas in which one unit is one CSS pixel and every device pixel is its own. */
export function sharpContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D {
  const context = contextOf(canvas, Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * Takes a drawing that is as high as its place out of the flow, as the stylesheet does: where that did not come, the drawing
 * would heighten its place, and the place the drawing, without end.
 */
export function outOfFlow(element: HTMLElement | SVGElement): void {
  element.style.position = "absolute";
}

let measuring: CanvasRenderingContext2D | null = null;

/** A context that only measures text. */
export function measuringContext(font: string): CanvasRenderingContext2D {
  measuring ??= contextOf(document.createElement("canvas"), 1, 1);
  measuring.font = font;
  return measuring;
}
