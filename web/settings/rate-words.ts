/** Texts about the learning rate's bound. */
import { dictionary } from "../i18n/i18n.svelte";
import type { Zone } from "./rate-zones";

const zones: Record<Zone, string> = {
  slow: "很慢",
  good: "合适",
  oscillates: "摆动后停下",
  settles: "能稳定下来",
  below: "没超过上限",
  swings: "超过上限，来回摆",
  diverges: "会发散",
};

const zh = {
  zones,
  bound: (largest: string, exact: boolean, adaptive: boolean): string =>
    exact ? `上限 ${largest}` : adaptive ? `现在的上限 ${largest}` : `此处的上限 ${largest}`,
  boundLong: "学习率再大，梯度下降就会越走越远：2 ÷ 损失最陡方向的曲率",
  hereLong:
    "学习率再大，从这里走的每一步都会越过谷底，落到对面更高的地方：2 ÷ 这里损失最陡方向的曲率。走到别处，上限也跟着变。",
  now: (zone: string): string => `现在：${zone}`,
  forAll: (zone: string): string => `全体一起算：${zone}`,
  no_curvature: "这个损失在这里没有弯曲：步子再大也不会发散，只会来回跳。",
  flat: "在这里测不到弯曲：学习率的上限不知道。",
  gap: "",
  moves: "按它记住的梯度算，边学边变。",
  batch: "每一小批另有上限。",
  scheduled: (rate: string): string => `学习率变化：这一步是 ${rate}。`,
  adaptiveLong: (diverges: string | null): string =>
    `这个优化器把每个梯度除以它记住的大小。超过上限，步子先变大；等它记住了更大的梯度，步子又变小：在谷底来回摆。${
      diverges === null ? "再大也不会发散。" : `学习率到了 ${diverges}，光是权重衰减就会让它发散。`
    }`,
  adaptive: "这个优化器自己缩放步长：走一步以后才知道上限。",
  too_large: "网络太大，没有算它的上限。",
};

const en: typeof zh = {
  zones: {
    slow: "very slow",
    good: "good",
    oscillates: "oscillates, then converges",
    settles: "converges",
    below: "below the bound",
    swings: "above the bound: oscillates",
    diverges: "diverges",
  },
  bound: (largest, exact, adaptive) => `Bound ${exact ? "" : adaptive ? "now " : "here "}${largest}`,
  boundLong: "With a larger rate gradient descent diverges. The bound is 2 ÷ the largest curvature of the loss.",
  hereLong:
    "With a larger rate every step from here overshoots the minimum and lands higher on the other side. The bound is 2 ÷ the largest curvature of the loss at this point; elsewhere it differs.",
  now: (zone) => `now: ${zone}`,
  forAll: (zone) => `for all students at once: ${zone}`,
  no_curvature: "This loss has no curvature here: a large step cannot diverge, it only jumps back and forth.",
  flat: "No curvature is found here: no bound of the learning rate is known.",
  gap: " ",
  moves: "The bound depends on the optimizer's state and changes during training.",
  batch: "Every small batch has its own bound.",
  scheduled: (rate) => `Rate schedule: ${rate} at this step.`,
  adaptiveLong: (diverges) =>
    `This optimizer divides every gradient by a running average of its size. Above the bound its steps grow at first; once the average has grown they shrink again, so training oscillates. ${
      diverges === null
        ? "It does not diverge, however large the rate."
        : `From ${diverges} on, weight decay alone makes it diverge.`
    }`,
  adaptive: "This optimizer scales its own steps: its bound is known after the first step.",
  too_large: "The network is too large to compute its bound.",
};

export const w = dictionary(zh, en);
