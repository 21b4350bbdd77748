/** Reads MathML as it is shown and works it out, knowing nothing of how it was made: what a pocket calculator would do. */

interface Element {
  readonly tag: string;
  readonly children: (Element | string)[];
}

/** The first-level elements of a piece of markup. */
function parse(markup: string): Element {
  const root: Element = { tag: "", children: [] };
  const open: Element[] = [root];
  for (const [token, close, tag, text] of markup
    .replace(/<!--.*?-->/gs, "")
    .matchAll(/<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g)) {
    const here = open.at(-1) ?? root;
    if (text !== undefined) here.children.push(text);
    else if (close) open.pop();
    else {
      const element: Element = { tag: tag ?? token, children: [] };
      here.children.push(element);
      open.push(element);
    }
  }
  return root;
}

/** A formula of JavaScript. */
function scriptOf(element: Element): string {
  const inner = (): string =>
    element.children.map((child) => (typeof child === "string" ? textOf(child) : scriptOf(child))).join("");
  const part = (index: number): string => {
    const child = element.children.filter((one) => typeof one !== "string")[index];
    return child === undefined || typeof child === "string" ? "" : scriptOf(child);
  };
  switch (element.tag) {
    case "mfrac":
      return `((${part(0)})/(${part(1)}))`;
    case "msup":
      return part(0) === "e" ? `exp(${part(1)})` : `((${part(0)})**(${part(1)}))`;
    case "msqrt":
      return `sqrt(${inner()})`;
    default:
      return inner();
  }
}

function textOf(text: string): string {
  return text.trim().replaceAll("−", "-").replaceAll("×", "*").replaceAll("&minus;", "-");
}

const FUNCTIONS: Readonly<Record<string, (...x: number[]) => number>> = {
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sgn: Math.sign,
  ln: Math.log,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  max: Math.max,
  φ: (x = 0) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI),
  Φ: normal,
};

/** The integral of φ by Simpson's rule, over the part of the tail that counts. */
function normal(x = 0): number {
  if (x > 0) return 1 - normal(-x);
  const steps = 2000;
  const width = Math.min(12, 40 / (1 - x)) / steps;
  const density = (step: number): number => Math.exp(-((x - step * width) ** 2) / 2) / Math.sqrt(2 * Math.PI);
  let total = density(0) + density(steps);
  for (let step = 1; step < steps; step++) total += density(step) * (step % 2 === 1 ? 4 : 2);
  return (total * width) / 3;
}

/** What a line of MathML comes to; the equals sign in front is not part of it. */
export function workOut(markup: string): number {
  let script = scriptOf(parse(markup)).replace(/^[=≈]/, "");
  // Bars come in pairs, and none within another.
  script = script.replace(/\|([^|]*)\|/g, "abs($1)");
  if (!/^(?:[\d.eE+\-*/(),\s]|abs|exp|sqrt|sgn|ln|tanh|sin|cos|max|φ|Φ)*$/.test(script)) {
    throw new Error(`not a formula of numbers: ${script}`);
  }
  return new Function(...Object.keys(FUNCTIONS), `return ${script}`)(...Object.values(FUNCTIONS)) as number;
}

/** One in the last place of a printed number, such as −1.25×10^−5. */
export function lastPlace(markup: string): number {
  const text = scriptOf(parse(markup)).replace(/^[=≈]/, "");
  const [mantissa = "", exponent = "0"] = text.split(/\*\(\(10\)\*\*\(/);
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return 10 ** (Number.parseInt(exponent, 10) - decimals);
}
