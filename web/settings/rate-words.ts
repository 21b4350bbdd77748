/** Texts about the largest learning rate at which a run stays stable: its limit. */
import { dictionary } from "../i18n/i18n.svelte";
import type { Zone } from "./rate-zones";

const zones: Record<Zone, string> = {
  still: "梯度是 0，没有拉力",
  slow: "很慢",
  good: "合适",
  oscillates: "先摆动，再停下",
  settles: "能稳定下来",
  below: "没超过上限",
  swings: "超过上限，来回摆",
  diverges: "会发散",
};

const zh = {
  zones,
  bound: (largest: string, exact: boolean, adaptive: boolean): string =>
    exact ? `上限 ${largest}` : adaptive ? `现在的上限 ${largest}` : `此处的上限 ${largest}`,
  worse: "损失比开始时还大：",
  over: (largest: string): string => `学习率超过了上限 ${largest}`,
  tooLarge: "学习率太大了，请调小",
  boundLong: "学习率超过它，每一步都会跨过谷底，落到对面更高的地方。怎么算：2 ÷ 损失最弯的方向的曲率",
  hereLong:
    "学习率超过它，从这里走的每一步都会跨过谷底，落到对面更高的地方。怎么算：2 ÷ 这里损失最弯的方向的曲率。走到别处，上限也跟着变。",
  now: (zone: string): string => `现在：${zone}`,
  forAll: (zone: string): string => `全体学生一起算：${zone}`,
  no_curvature: "这里的损失像直的斜坡，不像碗：学习率再大，权重也不会越跑越远，只会在谷底两边来回跳。",
  edges: "绝对误差的损失有棱，再小的步子也会跨过去，在两边来回跳：算不出学习率的上限。",
  flat: "这里的损失平得量不出弯度，所以算不出学习率的上限。",
  gap: "",
  moves: "上限会边学边变。",
  batch: "每一小批另有上限。",
  scheduled: (rate: string): string => `按调度，这一步是 ${rate}。`,
  adaptiveLong: (diverges: string | null): string =>
    `这个优化器把每个坡度（梯度）除以它记住的大小。超过上限，步子先变大；等它记住了更大的坡度，步子又变小：在谷底来回摆。${
      diverges === null ? "再大也不会发散。" : `学习率到了 ${diverges}，光是权重衰减就会让它发散。`
    }`,
  adaptive: "这个优化器自己调步长，走一步以后才算得出上限。",
  too_large: "网络太大，没有算上限。",
};

const en: typeof zh = {
  zones: {
    still: "the gradient is 0, nothing pulls",
    slow: "very slow",
    good: "good",
    oscillates: "swings, then settles",
    settles: "settles",
    below: "below the limit",
    swings: "above the limit: swings",
    diverges: "diverges",
  },
  bound: (largest, exact, adaptive) => `Limit ${exact ? "" : adaptive ? "now " : "here "}${largest}`,
  worse: "The loss is above its start: ",
  over: (largest) => `the rate is above its limit, ${largest}`,
  tooLarge: "lower the learning rate",
  boundLong:
    "With a larger rate every step jumps over the valley and lands higher on the other side. It is 2 ÷ the largest curvature of the loss.",
  hereLong:
    "With a larger rate every step from here jumps over the valley and lands higher on the other side. It is 2 ÷ the largest curvature of the loss at this point; elsewhere it differs.",
  now: (zone) => `now: ${zone}`,
  forAll: (zone) => `for all students at once: ${zone}`,
  no_curvature:
    "The loss is a straight slope here, not a bowl: a large rate does not run away, it only jumps back and forth.",
  edges: "The absolute loss has edges, which even the smallest steps jump over and back: no limit can be worked out.",
  flat: "The loss is so flat here that its bend cannot be measured: the limit of the rate is not known.",
  gap: " ",
  moves: "The limit changes as training goes on.",
  batch: "Every small batch has a limit of its own.",
  scheduled: (rate) => `By the schedule it is ${rate} at this step.`,
  adaptiveLong: (diverges) =>
    `This optimizer divides every slope (gradient) by a running average of its size. Above the limit its steps grow at first; once the average has grown they shrink again, so training oscillates. ${
      diverges === null
        ? "It does not diverge, however large the rate."
        : `From ${diverges} on, weight decay alone makes it diverge.`
    }`,
  adaptive: "This optimizer scales its own steps: the limit is known after the first one.",
  too_large: "The network is too large to work out its limit.",
};

export const w = dictionary(zh, en);
