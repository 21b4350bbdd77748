/** The words of the loss surface and of the loss over the triangle. */
import { dictionary } from "../../i18n/i18n.svelte";

const en = {
  loss: "Loss",
  marks: "Marks",
  now: "now",
  path: "path so far",
  secret: "the school's weights",
  hint: "Lines join points of equal loss; the greener, the lower. Click a point to go on training from there.",
  put: "Choose a point: arrow keys move the mark, Shift moves it finely, Enter goes on training from there",
  across: "Across",
  up: "Up",
  neuron: (label: string) => `${label}: neuron`,
  input: (label: string) => `${label}: its weight`,
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show the whole path",
  fitShort: "Whole path",
  alternative: (x: string, y: string, point: string) =>
    `Contours of the training loss over ${x}, across, and ${y}, up. ${point}`,
  point: (readings: string) => `Training is at ${readings}.`,
  reading: (name: string, value: string) => `${name} ${value}`,
  noTrace: "The path is kept for networks of at most 64 parameters.",
  notFree: "These two weights sum to one: choose another parameter for one of the axes.",
  same: "Choose two different parameters.",
};

const zh: typeof en = {
  loss: "损失",
  marks: "记号",
  now: "现在",
  path: "走过的路",
  secret: "学校的权重",
  hint: "同一条线上损失相同，颜色越绿损失越小。点一处，就从那里接着训练。",
  put: "选一个点：方向键移动，按住 Shift 微调，回车从那里接着训练",
  across: "横轴",
  up: "纵轴",
  neuron: (label) => `${label}：神经元`,
  input: (label) => `${label}：它的权重`,
  zoom: "缩放",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "看全走过的路",
  fitShort: "看全",
  alternative: (x, y, point) => `训练损失的等高线图，横轴${x}，纵轴${y}。${point}`,
  point: (readings) => `现在训练到：${readings}。`,
  reading: (name, value) => `${name} ${value}`,
  noTrace: "参数不超过 64 个的网络才记录走过的路。",
  notFree: "这两个权重之和固定为 1，请给一根轴换一个参数。",
  same: "请选两个不同的参数。",
};

export const words = dictionary(zh, en);
