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

it("Big5 and Windows-1252 are not taken for GB 18030", () => {
  const files: [hex: string, encoding: string, text: string][] = [
    [
      "a96da6572cb0eabb792cc160a4c00ab3afa9c9a7672c39302c38350aaa4ca7d3bba82c38302c37350a",
      "big5",
      "姓名,國語,總分\n陳怡君,90,85\n林志豪,80,75\n",
    ],
    ["a96da6572c740aa7f52c310a", "big5", "姓名,t\n李,1\n"],
    ["d0d5c3fb2cd3efcec40ad5c5c8fd2c39300ac5b7d1f4f6ce2c38300a", "gb18030", "姓名,语文\n张三,90\n欧阳鑫,80\n"],
    [
      "4e616d653b4dfc6e646c6963683b5072fc66756e670a4af672672047726fdf3b312c353b320a52656ee9653b323b330a",
      "windows-1252",
      "Name;Mündlich;Prüfung\nJörg Groß;1,5;2\nRenée;2;3\n",
    ],
    ["e9", "windows-1252", "é"],
  ];
  for (const [hex, encoding, text] of files) expect(decoded(bytes(hex))).toEqual({ text, encoding, broken: 0 });
});
