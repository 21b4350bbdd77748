import { describe, expect, it } from "vitest";
import { withStudent } from "../../edits/edit-table";
import { example } from "../../edits/example.testing";
import { en } from "../../i18n/messages.en";
import { zh } from "../../i18n/messages.zh";
import { differences } from "./differences";
import { runName } from "./run-name";
import { sameData } from "./runs";
import { lossEn, lossZh } from "./words";

describe("sameData", () => {
  it("looks at everything that trains, and not at names", () => {
    const { table } = example;
    expect(sameData(table, structuredClone(table))).toBe(true);
    expect(sameData(table, withStudent(example, 0, { name: "甲" }).table)).toBe(true);
    expect(sameData(table, withStudent(example, 0, { scores: [90, 80, 71] }).table)).toBe(false);
    expect(sameData(table, withStudent(example, 0, { target: null }).table)).toBe(false);
    expect(sameData(table, withStudent(example, 0, { included: false }).table)).toBe(false);
    expect(sameData(table, { ...table, students: table.students.slice(1) })).toBe(false);
    expect(sameData(table, { ...table, subjects: ["a", "b", "c"] })).toBe(false);
  });
});

describe("a kept run's name", () => {
  const present = example;
  const faster = { ...example, training: { ...example.training, learning_rate: 0.01 } };

  it("says what differs, in the reader's language", () => {
    expect(differences(faster, present)).toEqual(["training.learning_rate"]);
    expect(runName(faster, present, en, lossEn)).toBe("Learning rate 0.01");
    const other = { ...faster, training: { ...faster.training, optimizer: { kind: "sgd" as const } } };
    expect(runName(other, present, zh, lossZh)).toBe("学习率 0.01 · 优化器 SGD");
  });

  it("says so where nothing does", () => {
    expect(runName(structuredClone(example), example, zh, lossZh)).toBe("设置相同");
  });

  it("names three settings at most", () => {
    const training = { ...faster.training, l1: 1, l2: 1, seed: 7 };
    expect(runName({ ...faster, training }, present, en, lossEn)).toMatch(/^Learning rate 0.01 · L1.* 1 · L2.* 1 …$/);
  });

  it("names layers, batches and switches", () => {
    const model = { ...example.model, hidden: [{ units: 4, activation: "tanh" as const }], bias: true };
    const training = { ...example.training, batch_size: null };
    expect(runName({ ...example, model, training }, present, zh, lossZh)).toBe("批大小 全部 · 隐藏层 4 · 偏置 是");
  });
});
