/** A picture of the page for paper and slides: title, drawing and caption in one SVG, and the same as PNG. */
import { measuringContext } from "../pictures/shared/canvas";
import { drawAtLeast } from "../pictures/shared/pixel-ratio.svelte";
import { currentTheme } from "../pictures/shared/theme.svelte";
import { forPaper } from "../ui/theme.svelte";
import { drawingOf } from "./svg";
import { svgElement } from "./svg-element";

/** Pixels of a PNG per CSS pixel. */
const SCALE = 2;
/** Milliseconds after which every drawing has been drawn anew with other colours or more pixels. */
const DRAWN = 400;
const MARGIN = 16;
const LINE = 20;

export interface Snapshot {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface Caption {
  readonly title: string;
  /** The run's settings and numbers, one text each. */
  readonly facts: readonly string[];
  /** What the picture shows, in words. */
  readonly alternative: string;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Has every canvas drawn with twice as many pixels, on a light ground where that is asked for, while `take` looks at the page; one
 * after the other.
 */
export function drawnForPaper<Taken>(light: boolean, take: () => Taken): Promise<Taken> {
  const taken = last.then(() => drawn(light, take));
  last = taken.catch(() => {});
  return taken;
}

async function drawn<Taken>(light: boolean, take: () => Taken): Promise<Taken> {
  drawAtLeast(SCALE);
  forPaper(light);
  try {
    await new Promise((drawn) => setTimeout(drawn, DRAWN));
    return take();
  } finally {
    forPaper(false);
    drawAtLeast(1);
  }
}

/** What `element` shows, with its title over it and its caption under it. */
export function snapshotOf(element: Element, { title, facts, alternative }: Caption): Snapshot {
  const { font, ink, paper } = currentTheme();
  const box = element.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * MARGIN;
  const lines = wrapped(facts, box.width, font);
  const top = MARGIN + 2 * LINE;
  const height = Math.ceil(top + box.height + LINE / 2 + lines.length * LINE) + MARGIN;
  const root = svgElement("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
  });
  const named = (name: string, text: string): SVGElement => {
    const child = svgElement(name);
    child.textContent = text;
    return child;
  };
  const text = (content: string, y: number, size: number, weight: number): SVGElement => {
    const line = svgElement("text", {
      x: MARGIN,
      y,
      "font-family": font,
      "font-size": size,
      "font-weight": weight,
      fill: ink,
    });
    line.textContent = content;
    return line;
  };
  const drawing = drawingOf(element);
  drawing.setAttribute("transform", `translate(${MARGIN} ${top})`);
  root.append(
    named("title", title),
    named("desc", alternative),
    svgElement("rect", { width, height, fill: paper }),
    text(title, MARGIN + LINE, 18, 650),
    drawing,
    ...lines.map((line, index) => text(line, top + box.height + LINE * (index + 1.25), 13, 400)),
  );
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** The facts in lines that are not wider than the picture. */
function wrapped(facts: readonly string[], width: number, family: string): string[] {
  const context = measuringContext(`13px ${family}`);
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)} · ${fact}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines;
}

/** The picture as an image's address. */
export function addressOf({ svg }: Snapshot): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

export async function pngOf(snapshot: Snapshot): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(snapshot);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = snapshot.width * SCALE;
  canvas.height = snapshot.height * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/png"));
  if (png === null) throw new Error(`no image of ${canvas.width} × ${canvas.height} pixels could be made`);
  return png;
}
