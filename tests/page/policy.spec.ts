/** The built page's Content-Security-Policy. */
import { expect, test } from "./playground";
import { en } from "./words";

test("what came with data can neither run nor reach another address, and every test sees it", {
  tag: "@engine",
}, async ({ playground, page, watched }) => {
  await playground.open();
  const after = await page.evaluate(async () => {
    const elsewhere = "https://elsewhere.invalid/";
    const attempts: (() => unknown)[] = [
      () => Object.assign(document.createElement("p"), { innerHTML: "<img src='x' onerror='window.ran = true'>" }),
      () => document.head.append(Object.assign(document.createElement("script"), { text: "window.ran = true" })),
      () => document.body.setAttribute("onclick", "window.ran = true"),
      () => document.body.append(Object.assign(document.createElement("img"), { src: `${elsewhere}a.png` })),
      () => fetch(elsewhere),
      () => document.head.append(Object.assign(document.createElement("base"), { href: elsewhere })),
      () => document.body.append(Object.assign(document.createElement("iframe"), { src: elsewhere })),
      () => document.body.setAttribute("style", "opacity: 0"),
      () => {
        const form = Object.assign(document.createElement("form"), { action: elsewhere });
        document.body.append(form);
        form.submit();
      },
    ];
    for (const attempt of attempts) await new Promise((done) => done(attempt())).catch(() => undefined);
    return { ran: "ran" in window, base: document.baseURI, opacity: document.body.style.opacity };
  });
  expect(after).toEqual({ ran: false, base: page.url(), opacity: "" });
  for (const directive of [
    "require-trusted-types-for",
    "img-src",
    "connect-src",
    "base-uri",
    "frame-src",
    "style-src-attr",
    "form-action",
  ]) {
    await expect.poll(() => watched.faults.join("\n")).toContain(`policy violation: ${directive} `);
  }
  watched.faults.splice(0);
});

test("another page may frame this one", { tag: "@engine" }, async ({ page, baseURL }) => {
  const body = `<!doctype html><title>A school</title><iframe src="${baseURL}?lang=en" width="1200" height="800"></iframe>`;
  await page.route("**/frame.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto("frame.html");
  await expect(page.frameLocator("iframe").getByRole("button", { name: en.transport.play, exact: true })).toBeVisible();
});
