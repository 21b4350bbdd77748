/** WebKit, driven by WebDriver: the only way into WebKitGTK, and few enough commands to need no client. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { VISITOR } from "../page/playground";
import type { Engine } from "./engine";

/** The key of an element in WebDriver's answers, fixed by the standard. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

declare global {
  interface Window {
    faults?: string[];
  }
}

export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: {
      ...process.env,
      // WebKit's sandbox refuses to run as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      // Composing layers by OpenGL, which without a graphics card is a program on the processor, takes two thirds of the frames.
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(driver, "spawn");
  // A driver that outlives a failed test keeps the tests' output open.
  const kill = () => driver.kill();
  process.once("exit", kill);
  driver.once("close", () => process.off("exit", kill));
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await expect(() => send("GET", "/status")).toPass();
  const { sessionId } = await send("POST", "/session", { capabilities: {} });
  const session = `/session/${sessionId}`;
  const order = (command: string, body: unknown) => send("POST", `${session}/${command}`, body);
  const ask: Engine["ask"] = (question, argument) =>
    order("execute/sync", { script: `return (${question})(...arguments)`, args: [argument] });
  await order("window/rect", VISITOR.viewport);
  // An element that is not there yet is waited for.
  await order("timeouts", { implicit: 10_000 });
  return {
    ask,
    open: async (url) => {
      await order("url", { url });
      await ask(watch, null);
    },
    faults: () => ask(() => window.faults ?? [], null),
    press: async (xpath) => {
      const element = await order("element", { using: "xpath", value: xpath });
      await order("execute/async", { script: `(${untilStill})(...arguments)`, args: [element] });
      await order(`element/${element[ELEMENT]}/click`, {});
    },
    screenshot: async () => Buffer.from(await send("GET", `${session}/screenshot`), "base64"),
    close: async () => {
      await send("DELETE", session);
      kill();
      await once(driver, "close");
    },
  };
}

/** Runs in the page: notes what goes wrong in it from now on. */
function watch(): void {
  const faults: string[] = [];
  window.faults = faults;
  addEventListener("error", ({ message }) => faults.push(message));
  addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => faults.push(violatedDirective));
  console.error = (...words) => faults.push(words.join(" "));
}

/**
 * Runs in the page: answers once the element has kept its place for 200 ms. The page scrolls smoothly to what there is to
 * read, and the driver presses at a point that it has computed before; where that has left the window it refuses.
 */
function untilStill(element: Element, answer: (nothing: null) => void): void {
  let place = "";
  let since = 0;
  const look = (now: number) => {
    const { left, top } = element.getBoundingClientRect();
    if (place !== `${left},${top}`) {
      place = `${left},${top}`;
      since = now;
    }
    if (now - since < 200) requestAnimationFrame(look);
    else answer(null);
  };
  requestAnimationFrame(look);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
