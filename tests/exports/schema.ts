/** The encoder of the ONNX format is the one that pbf makes of the official schema; `UPDATE=1` writes it anew. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = new URL("../../web/export/onnx/", import.meta.url);
const PBF = new URL("../../node_modules/.bin/pbf", import.meta.url);

it("onnx.js is made from onnx.proto", () => {
  // The parser takes no empty statement, which a semicolon after a brace is.
  const schema = readFileSync(new URL("onnx.proto", FOLDER), "utf8").replaceAll(/^( *)\};$/gm, "$1}");
  const file = join(mkdtempSync(join(tmpdir(), "sanhao-")), "onnx.proto");
  writeFileSync(file, schema);
  const made = execFileSync(PBF.pathname, [file, "--no-read"], { encoding: "utf8" });
  const kept = new URL("onnx.js", FOLDER);
  if (process.env.UPDATE === "1") writeFileSync(kept, made);
  expect(readFileSync(kept, "utf8")).toBe(made);
});
