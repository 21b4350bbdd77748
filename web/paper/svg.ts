/**
 * Draws what an element shows anew as SVG: boxes, texts and lines where the page has them, canvases as images. Libraries put the
 * page's HTML into a `foreignObject`, which word processors, slides and drawing programs leave empty.
 */

import { measuringContext } from "../pictures/shared/canvas";
import { rgbaFromCss } from "../pictures/shared/theme";
import { copyOf, paint, svgElement } from "./svg-element";

/** What paper has no use for: controls, what is folded, and what is said to a hand. A button without the look of one holds a number. */
const SCREEN =
  "input:is([type=checkbox], [type=radio], [type=range]), progress, .button, .icon, label:has([type=checkbox]), details:not([open]), [role=switch], [data-screen], .visually-hidden, [hidden]";
/** What `element` shows, with its upper left corner at (0, 0). */
export function drawingOf(element: Element): SVGElement {
  const { left, top } = element.getBoundingClientRect();
  const group = svgElement("g");
  new Drawing(left, top).add(element, group);
  return group;
}

class Drawing {
  readonly #left: number;
  readonly #top: number;
  #ids = 0;

  constructor(left: number, top: number) {
    this.#left = left;
    this.#top = top;
  }

  add(element: Element, into: SVGElement): void {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.opacity === "0" || element.matches(SCREEN)) return;
    const box = this.#place(element.getBoundingClientRect());
    let group = into;
    if (style.opacity !== "1") {
      group = svgElement("g", { opacity: style.opacity });
      into.append(group);
    }
    if (element instanceof SVGSVGElement) group.append(this.#copy(element, style, box));
    else {
      if (style.visibility === "visible") this.#addBox(style, box, group);
      this.#addContent(element, style, box, group);
    }
  }

  #addContent(element: Element, style: CSSStyleDeclaration, box: DOMRect, group: SVGElement): void {
    if (element instanceof HTMLCanvasElement) {
      if (box.width > 0 && element.width > 0)
        group.append(svgElement("image", { ...sizes(box), href: element.toDataURL() }));
      return;
    }
    if (element instanceof HTMLSelectElement) {
      this.#addField(element.selectedOptions[0]?.text ?? "", style, box, group);
      return;
    }
    if (element instanceof HTMLInputElement) {
      this.#addField(element.value, style, box, group);
      return;
    }
    if (element.localName === "mfrac" || element.localName === "msqrt") this.#addMathLine(element, style, group);
    const inner = clips(element, style) ? this.#clipped(box, group) : group;
    for (const child of element.childNodes) {
      if (child instanceof Element) this.add(child, inner);
      else if (child instanceof Text && style.visibility === "visible") this.#addText(child, style, inner);
    }
  }

  #place({ left, top, width, height }: DOMRect): DOMRect {
    return new DOMRect(left - this.#left, top - this.#top, width, height);
  }

  #newId(): string {
    this.#ids += 1;
    return `part-${this.#ids}`;
  }

  /** A group that shows nothing outside the box. */
  #clipped(box: DOMRect, into: SVGElement): SVGElement {
    const id = this.#newId();
    const path = svgElement("clipPath", { id });
    path.append(svgElement("rect", sizes(box)));
    const group = svgElement("g", { "clip-path": `url(#${id})` });
    into.append(path, group);
    return group;
  }

  /** The ground and the borders of a box. */
  #addBox(style: CSSStyleDeclaration, box: DOMRect, into: SVGElement): void {
    if (box.width === 0 || box.height === 0) return;
    const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
    if (isSeen(style.backgroundColor))
      into.append(svgElement("rect", { ...sizes(box), rx: radius, ...paint("fill", style.backgroundColor) }));
    this.#addRamp(style, box, into);
    const { left, top, right, bottom } = box;
    const borders = [
      { x1: left, y1: top, x2: right, y2: top, border: borderOf(style, "Top") },
      { x1: right, y1: top, x2: right, y2: bottom, border: borderOf(style, "Right") },
      { x1: left, y1: bottom, x2: right, y2: bottom, border: borderOf(style, "Bottom") },
      { x1: left, y1: top, x2: left, y2: bottom, border: borderOf(style, "Left") },
    ];
    const first = borders[0]?.border;
    if (first && borders.every(({ border }) => JSON.stringify(border) === JSON.stringify(first))) {
      const half = first.width / 2;
      const inner = new DOMRect(left + half, top + half, box.width - first.width, box.height - first.width);
      into.append(
        svgElement("rect", { ...sizes(inner), rx: Math.max(0, radius - half), fill: "none", ...first.stroke }),
      );
      return;
    }
    for (const { border, ...ends } of borders)
      if (border) into.append(svgElement("line", { ...ends, ...border.stroke }));
  }

  /** A ground that passes from colour to colour, from left to right or from top to bottom. */
  #addRamp(style: CSSStyleDeclaration, box: DOMRect, into: SVGElement): void {
    const colors = style.backgroundImage.startsWith("linear-gradient(")
      ? style.backgroundImage.match(/[a-z-]+\([^()]*\)/g)
      : null;
    if (!colors) return;
    const across = style.backgroundImage.includes("to right");
    const id = this.#newId();
    const ramp = svgElement("linearGradient", { id, x2: across ? 1 : 0, y2: across ? 0 : 1 });
    for (const [index, color] of colors.entries())
      ramp.append(svgElement("stop", { offset: index / (colors.length - 1), ...paint("stop", color) }));
    const [wide = "", high = wide] = style.backgroundSize.split(" ");
    const length = (text: string, whole: number): number =>
      text.endsWith("%")
        ? (Number.parseFloat(text) / 100) * whole
        : text.endsWith("px")
          ? Number.parseFloat(text)
          : whole;
    const [width, height] = [length(wide, box.width), length(high, box.height)];
    const [part = 0, down = 0] = style.backgroundPosition.split(" ").map((text) => Number.parseFloat(text) / 100);
    const left = box.left + part * (box.width - width);
    const top = box.top + down * (box.height - height);
    into.append(ramp, svgElement("rect", { ...sizes(new DOMRect(left, top, width, height)), fill: `url(#${id})` }));
  }

  /** The bar of a fraction, or the sign of a root. */
  #addMathLine(element: Element, style: CSSStyleDeclaration, into: SVGElement): void {
    const box = this.#place(element.getBoundingClientRect());
    const line = { fill: "none", ...paint("stroke", style.color), "stroke-width": 1 };
    if (element.localName === "mfrac") {
      const [above, below] = [...element.children].map((child) => this.#place(child.getBoundingClientRect()));
      const y = above && below ? (above.bottom + below.top) / 2 : box.top + box.height / 2;
      into.append(svgElement("line", { x1: box.left, x2: box.right, y1: y, y2: y, ...line }));
      return;
    }
    const first = element.firstElementChild;
    const start = first ? this.#place(first.getBoundingClientRect()).left : box.left;
    const { left, top, right, bottom } = box;
    const middle = (top + bottom) / 2;
    const points = [
      [left, middle],
      [left + (start - left) / 2, bottom - 1],
      [start - 1, top + 1],
      [right, top + 1],
    ];
    into.append(
      svgElement("polyline", {
        points: points.map((point) => point.map((at) => at.toFixed(1)).join(",")).join(" "),
        ...line,
      }),
    );
  }

  /** What was chosen or typed. */
  #addField(text: string, style: CSSStyleDeclaration, box: DOMRect, into: SVGElement): void {
    const line = this.#line(text, style, box);
    const atEnd = style.textAlign === "right" || style.textAlign === "end";
    line.setAttribute("text-anchor", atEnd ? "end" : "start");
    const [left, right] = [style.paddingLeft, style.paddingRight].map((padding) => Number.parseFloat(padding));
    line.setAttribute("x", String(atEnd ? box.right - (right ?? 0) : box.left + (left ?? 0)));
    into.append(line);
  }

  /** A text, line by line as the page breaks it. */
  #addText(text: Text, style: CSSStyleDeclaration, into: SVGElement): void {
    if (text.data.trim() === "") return;
    for (const { start, end, box } of linesOf(text)) {
      const said = text.data.slice(start, end).replaceAll(/\s+/g, " ").trim();
      if (said === "") continue;
      const line = this.#line(said, style, this.#place(box));
      if (said.length > 1) {
        // Another computer's font is wider or narrower.
        line.setAttribute("textLength", box.width.toFixed(2));
        line.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
      into.append(line);
    }
  }

  /** One line of text in its box. */
  #line(text: string, style: CSSStyleDeclaration, box: DOMRect): SVGElement {
    const { fontFamily, fontSize, fontWeight } = style;
    // MathML sets a variable of one letter in italics.
    const fontStyle = /^math/.test(style.textTransform) && /^\p{L}$/u.test(text) ? "italic" : style.fontStyle;
    const [ascent, descent] = metricsOf(`${fontWeight} ${fontSize} ${fontFamily}`);
    const line = svgElement("text", {
      x: box.left,
      y: box.top + (box.height - ascent - descent) / 2 + ascent,
      "font-family": fontFamily,
      "font-size": fontSize,
      ...(fontWeight !== "400" && { "font-weight": fontWeight }),
      ...(fontStyle !== "normal" && { "font-style": fontStyle }),
      ...paint("fill", style.color),
    });
    line.textContent = text;
    return line;
  }

  /** A drawing of the page, with what its style sheet says written into it. */
  #copy(drawing: SVGSVGElement, style: CSSStyleDeclaration, box: DOMRect): SVGElement {
    const copy = copyOf(drawing);
    for (const name of ["class", "style", "opacity"]) copy.removeAttribute(name);
    for (const [name, value] of Object.entries(sizes(box))) copy.setAttribute(name, String(value));
    copy.setAttribute("overflow", style.overflowX === "visible" ? "visible" : "hidden");
    return copy;
  }
}

function sizes({ left, top, width, height }: DOMRect): { x: number; y: number; width: number; height: number } {
  return { x: left, y: top, width, height };
}

function clips(element: Element, { overflowX }: CSSStyleDeclaration): boolean {
  const overflows = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  return overflowX !== "visible" && overflows;
}

function isSeen(color: string): boolean {
  return (rgbaFromCss(color)[3] ?? 0) > 0;
}

interface Border {
  readonly width: number;
  readonly stroke: Readonly<Record<string, string | number>>;
}

function borderOf(style: CSSStyleDeclaration, side: "Top" | "Right" | "Bottom" | "Left"): Border | null {
  const width = Number.parseFloat(style[`border${side}Width`]);
  const color = style[`border${side}Color`];
  const line = style[`border${side}Style`];
  if (width === 0 || line === "none" || line === "hidden" || !isSeen(color)) return null;
  const dashes = line === "dashed" ? { "stroke-dasharray": `${3 * width} ${2 * width}` } : {};
  return { width, stroke: { ...paint("stroke", color), "stroke-width": width, ...dashes } };
}

/** How far a font reaches over and under its line. */
function metricsOf(font: string): readonly [ascent: number, descent: number] {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = measuringContext(font).measureText("x");
  return [fontBoundingBoxAscent, fontBoundingBoxDescent];
}

/** The parts of a text that stand on one line each. */
function linesOf(text: Text): { start: number; end: number; box: DOMRect }[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const [only, ...others] = range.getClientRects();
  if (only === undefined) return [];
  if (others.length === 0) return [{ start: 0, end: text.length, box: only }];
  const lines: { start: number; end: number; box: DOMRect }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    if (box === undefined || box.width === 0) continue;
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.box.top - box.top) > box.height / 2)
      lines.push({ start: at, end: at + 1, box });
    else {
      last.end = at + 1;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    }
  }
  return lines;
}
