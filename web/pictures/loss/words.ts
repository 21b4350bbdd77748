/** The words of the loss chart. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  title: "Loss",
  epoch: "Epoch",
  training: "Training loss",
  heldOut: "Validation loss",
  logScale: "Log scale",
  logLosses: "loss",
  logEpochs: "epochs",
  alternative: (epoch: string, loss: string, kept: number) =>
    `Curve of the loss over the epochs. At epoch ${epoch} the training loss is ${loss}.${
      kept === 0 ? "" : ` Curves kept for comparison: ${kept}.`
    }`,
  rateChanged: (epoch: string, rate: string) => `The learning rate became ${rate} at epoch ${epoch}.`,
  timeline: "Run history",
  hint: "Drag along the curve to go back to any step of the run",
  place: (epoch: string, updates: string, furthest: string, loss: string) =>
    `epoch ${epoch}, step ${updates} of ${furthest}, loss ${loss}`,
  keep: "Keep this curve",
  keepLong: "Keeps this curve in the chart, so that the next run can be compared with it",
  keptFull: "Four curves are kept. Remove one first.",
  kept: "Curves kept",
  same: "same settings",
  remove: (name: string) => `Remove the curve “${name}”`,
  none: "no",
  yes: "yes",
  wholeBatch: "all",
};

export type LossWords = typeof en;

const zh: LossWords = {
  title: "损失",
  epoch: "轮",
  training: "训练损失",
  heldOut: "验证损失",
  logScale: "对数刻度",
  logLosses: "损失",
  logEpochs: "轮",
  alternative: (epoch, loss, kept) =>
    `各轮的损失曲线。第 ${epoch} 轮的训练损失为 ${loss}。${kept === 0 ? "" : `另有 ${kept} 条留作比较的曲线。`}`,
  rateChanged: (epoch, rate) => `第 ${epoch} 轮起，学习率改为 ${rate}。`,
  timeline: "训练的时间轴",
  hint: "沿着曲线拖动，回到训练中的任何一步",
  place: (epoch, updates, furthest, loss) => `第 ${epoch} 轮，第 ${updates} 步，共走到第 ${furthest} 步，损失 ${loss}`,
  keep: "留下这条曲线",
  keepLong: "把这条曲线留在图中，好与下一次训练比较",
  keptFull: "已留下四条曲线，请先去掉一条。",
  kept: "留下的曲线",
  same: "设置相同",
  remove: (name) => `去掉曲线“${name}”`,
  none: "否",
  yes: "是",
  wholeBatch: "全部",
};

export { en as lossEn, zh as lossZh };
export const words = dictionary(zh, en);
