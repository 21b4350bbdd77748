/** The words of the map of two settings. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  caption: "每一格是一次训练：左右是学习率，上下是另一个设置，颜色是结果。点一格，就用那里的设置。",
  second: "上下是什么",
  seconds: { steps: "训练步数", batch_size: "批大小", units: "每层神经元", l2: "L2 正则化" },
  quantity: "颜色是什么",
  quantities: { loss: "训练损失", heldOut: "验证损失", accuracy: "验证准确率" },
  heldOutMade: "为了看验证，这里每次随机留出三成学生。",
  across: "学习率",
  rate: (rate: string): string => `学习率 ${rate}`,
  present: "现在",
  reach: "学习率和另一个设置的地图：方向键换一格，回车键用那里的设置",
  legend: (name: string): string => `${name}：颜色越浓越好`,
  best: (cell: string): string => `最好的一格：${cell}。`,
  none: "每一格都发散了。",
  diverged: (count: string, cells: string): string => `${cells} 格里有 ${count} 格发散。`,
  take: "用最好的一格",
};

const en: typeof zh = {
  caption:
    "Each cell is a run: the learning rate from left to right, another setting from bottom to top, the result as colour. A click takes the settings of a cell.",
  second: "From bottom to top",
  seconds: { steps: "Steps", batch_size: "Batch size", units: "Neurons in each layer", l2: "L2 penalty" },
  quantity: "What the colours say",
  quantities: { loss: "Training loss", heldOut: "Validation loss", accuracy: "Validation accuracy" },
  heldOutMade: "For validation, each run here holds out three of ten students at random.",
  across: "learning rate",
  rate: (rate) => `Learning rate ${rate}`,
  present: "now",
  reach: "Map of the learning rate and another setting: arrow keys move, Enter takes the settings of a cell",
  legend: (name) => `${name}: the stronger the better`,
  best: (cell) => `The best cell: ${cell}.`,
  none: "Every cell has diverged.",
  diverged: (count, cells) => `${count} of ${cells} cells have diverged.`,
  take: "Take the best cell",
};

export const w = dictionary(zh, en);
