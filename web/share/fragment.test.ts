import { expect, it } from "vitest";
import { fragmentIn } from "./fragment";
import { fragmentOf, textFromFragment } from "./link";

it("a text is decoded from its fragment unchanged", async () => {
  for (const text of ["", "三好学生 0.1 + 0.2", JSON.stringify({ numbers: [0.1, 1e-300, -7] }), "x".repeat(100_000)]) {
    expect(await textFromFragment(await fragmentOf(text))).toBe(text);
  }
});

it("a fragment contains only characters allowed in a link", async () => {
  const text = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(33 + ((i * i) % 3000))).join("");
  const fragment = await fragmentOf(text);
  expect(fragment).toMatch(/^#e=[\w-]+$/);
});

it("a damaged fragment is an error, not half a text", async () => {
  const fragment = await fragmentOf("a text that is long enough to be cut in the middle of what it says");
  await expect(textFromFragment(fragment.slice(0, -12))).rejects.toThrow();
  await expect(textFromFragment("#e=%%%")).rejects.toThrow();
  await expect(textFromFragment("#e=____")).rejects.toThrow();
});

it("a link with an experiment is told from other texts", async () => {
  const fragment = await fragmentOf("text");
  for (const page of ["https://school.example/sanhao/?lang=en", "file:///D:/sanhao.html"]) {
    expect(fragmentIn(` ${page}${fragment}\n`)).toBe(fragment);
  }
  for (const text of ["", fragment, `See page${fragment}`, "https://school.example/#e=", "name,score\nA,1#e=x"]) {
    expect(fragmentIn(text)).toBeNull();
  }
});
