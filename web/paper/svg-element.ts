/** SVG elements: made, coloured, and copied with what a style sheet says of them written into them. */
import { rgbaFromCss } from "../pictures/shared/theme";

const NS = "http://www.w3.org/2000/svg";

/** An SVG element; a number is written with two digits. */
export function svgElement(name: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  return element;
}

/** A colour in the sRGB notation that every program reads, and how much of it is seen. */
export function paint(what: "fill" | "stroke" | "stop", color: string): Record<string, string | number> {
  const [red = 0, green = 0, blue = 0, alpha = 255] = rgbaFromCss(color);
  const [key, opacity] = what === "stop" ? ["stop-color", "stop-opacity"] : [what, `${what}-opacity`];
  return { [key]: `rgb(${red}, ${green}, ${blue})`, ...(alpha < 255 && { [opacity]: alpha / 255 }) };
}

/** What a style sheet says of a shape in an SVG, and what holds where it says nothing. */
const OF_SHAPES = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
  visibility: "visible",
} as const;
/** The same of a text. */
const OF_TEXTS = {
  "font-family": "",
  "font-size": "",
  "font-style": "normal",
  "font-weight": "400",
  "text-anchor": "start",
  "dominant-baseline": "auto",
} as const;

/** A copy of an SVG element and of what is in it, which needs no style sheet. */
export function copyOf(element: SVGElement): SVGElement {
  const style = getComputedStyle(element);
  const copy = element.cloneNode(false) as SVGElement;
  for (const name of ["class", "style"]) copy.removeAttribute(name);
  for (const what of ["fill", "stroke"] as const) {
    const color = style[what];
    const painted = color === "none" || color.startsWith("url(") ? { [what]: color } : paint(what, color);
    for (const [key, value] of Object.entries(painted)) copy.setAttribute(key, String(value));
  }
  const told = element instanceof SVGTextContentElement ? { ...OF_SHAPES, ...OF_TEXTS } : OF_SHAPES;
  for (const [name, usual] of Object.entries(told)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) copy.append(...copiesOf(child));
    else if (child instanceof Text && child.data.trim() !== "") copy.append(child.data);
  }
  return copy;
}

/** Where a text's outline lies under it, the outline comes first: not every program knows `paint-order`. */
function copiesOf(element: SVGElement): SVGElement[] {
  const { display, paintOrder, stroke } = getComputedStyle(element);
  if (display === "none") return [];
  const copy = copyOf(element);
  if (stroke === "none" || !paintOrder.startsWith("stroke")) return [copy];
  const filled = copyOf(element);
  filled.setAttribute("stroke", "none");
  return [copy, filled];
}
