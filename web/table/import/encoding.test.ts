import { expect, it } from "vitest";
import { decoded } from "./encoding";

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** 姓名,德育 and 甲,90 in GB 18030. */
const CHINESE = "d0d5c3fb2cb5c2d3fd0abcd72c39300a";

it("UTF-8, UTF-8 with a byte order mark, UTF-16 and GB 18030 are distinguished", () => {
  expect(decoded(utf8("姓名,德育"))).toEqual({ text: "姓名,德育", encoding: "utf-8", broken: 0 });
  expect(decoded(utf8("\ufeff姓名"))).toEqual({ text: "姓名", encoding: "utf-8-bom", broken: 0 });
  expect(decoded(bytes("fffe32752c003900"))).toEqual({ text: "甲,9", encoding: "utf-16le", broken: 0 });
  expect(decoded(bytes("feff7532002c0039"))).toEqual({ text: "甲,9", encoding: "utf-16be", broken: 0 });
  expect(decoded(bytes(CHINESE))).toEqual({ text: "姓名,德育\n甲,90\n", encoding: "gb18030", broken: 0 });
});

it("an invalid byte in GB 18030 replaces only its own character, and is counted", () => {
  const { text, encoding, broken } = decoded(bytes(CHINESE.replace("bcd72c", "bc2c")));
  expect([encoding, broken]).toEqual(["gb18030", 1]);
  expect(text).toBe("姓名,德育\n\ufffd,90\n");
});

it("an invalid byte does not change the detection of UTF-8", () => {
  const whole = utf8("姓名,德育,智育,体育,总分\n张三,90,80,70,85\n李四,98,95,87,96\n");
  const lost = Uint8Array.from([...whole.slice(0, 40), ...whole.slice(41)]);
  const { encoding, broken, text } = decoded(lost);
  expect(encoding).toBe("utf-8");
  expect(broken).toBeGreaterThan(0);
  expect(text).toContain("李四,98,95,87,96");
});
