import { expect, it, vi } from "vitest";

// The engine needs a browser to fetch its wasm; what is tested here comes before it.
vi.mock("../engine/engine", () => ({ EngineError: Error }));
const { utf8Bytes } = await import("./csv-file");

const text = (bytes: Uint8Array): string => new TextDecoder().decode(utf8Bytes(bytes));

it("UTF-8 stays as it is", () => {
  const bytes = new TextEncoder().encode("姓名,德育\n甲,90\n");
  expect(utf8Bytes(bytes)).toBe(bytes);
});

it("a file that a Chinese spreadsheet saved as GBK is read", () => {
  // 姓名,德育
  expect(text(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xc2, 0xd3, 0xfd]))).toBe("姓名,德育");
});

it("UTF-16 with its mark is read", () => {
  expect(text(new Uint8Array([0xff, 0xfe, 0x32, 0x75, 0x2c, 0x00, 0x39, 0x00]))).toBe("甲,9");
});

it("bytes that are no text are left for the core to refuse", () => {
  const bytes = new Uint8Array([0xff, 0x00, 0x80, 0xff]);
  expect(utf8Bytes(bytes)).toBe(bytes);
});
