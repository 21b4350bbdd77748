/** The words of the picture of many starts. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  caption: "同样的数据和设置，只换随机的起点：结果差多少？点一条曲线，就用那个起点。",
  madeRandom: "这个模型的起点本来是定好的，每次都一样；这里每次随机取一个。",
  across: "步",
  count: "起点",
  starts: (count: string): string => `${count} 个起点`,
  goal: "目标",
  goalLine: (loss: string): string => `目标 ${loss}`,
  goalSlider: "目标：损失不超过多少",
  reached: (count: string, runs: string, goal: string): string => `损失不超过 ${goal} 的：${runs} 次里有 ${count} 次`,
  present: (steps: string): string => `现在，第 ${steps} 步`,
  reach: "每个起点的损失曲线：上下键换一个更好或更差的起点，回车键用那个起点",
  reading: (rank: string, runs: string, loss: string): string => `${runs} 个起点里的第 ${rank} 名，损失 ${loss}`,
  seed: (seed: string): string => `种子 ${seed}`,
  fan: "粗线是中间的一次（中位数）；深色带里是中间一半，浅色带里是全部。",
  alternative: (steps: string, least: string, median: string, largest: string): string =>
    `训练 ${steps} 步以后，损失最小 ${least}，中位数 ${median}，最大 ${largest}。`,
  show: "右边看什么",
  views: { weights: "权重停在哪里", agreement: "大家说得一样吗" },
  ends: "每个点是一个起点最后的权重。",
  neuronEnds: "每个点是一个起点的一个神经元最后的权重。",
  line: "线上的权重都一样好，再好没有。",
  between: (weight: string, low: string, high: string): string => `${weight}从 ${low} 到 ${high}。`,
  weightOf: (name: string): string => `${name}的权重`,
  bias: "偏置",
  agreement: "颜色越浓，说得一样的起点越多；发白的地方，机器在猜。",
  say: (name: string, percent: string): string => `${percent} 说“${name}”`,
  agreementReach: "每一处有多少起点说什么：方向键移动，按住 Shift 只移一小步",
  endsReach: "每个起点的权重停在哪里：左右键按横轴换一个点，上下键按纵轴换，回车键用那个起点",
  neuron: (number: string): string => `第 ${number} 个神经元`,
  sure: (percent: string): string => `图上 ${percent} 的地方，十个起点里至少有九个说得一样。`,
};

const en: typeof zh = {
  caption:
    "The same data and settings, another random start each: how far apart do they end? A click on a curve takes its start.",
  madeRandom: "This model's own start is a fixed one, the same each time; here each start is random.",
  across: "step",
  count: "Starts",
  starts: (count) => `${count} starts`,
  goal: "Goal",
  goalLine: (loss) => `goal ${loss}`,
  goalSlider: "Goal: a loss of at most",
  reached: (count, runs, goal) => `A loss of at most ${goal}: ${count} of ${runs}`,
  present: (steps) => `now, at step ${steps}`,
  reach: "The loss of every start: the up and down keys go to a better or a worse one, Enter takes it",
  reading: (rank, runs, loss) => `number ${rank} of ${runs} starts, loss ${loss}`,
  seed: (seed) => `seed ${seed}`,
  fan: "The line is the middle one (the median), the dark band the middle half, the light band all.",
  alternative: (steps, least, median, largest) =>
    `After ${steps} steps the lowest loss is ${least}, the median ${median}, the largest ${largest}.`,
  show: "What is shown at the right",
  views: { weights: "Where the weights end", agreement: "Do they agree?" },
  ends: "Each dot is where the weights of a start end.",
  neuronEnds: "Each dot is where the weights of one neuron of a start end.",
  line: "All weights on the line are equally good, and none is better.",
  between: (weight, low, high) => `The ${weight} is between ${low} and ${high}.`,
  weightOf: (name) => `weight of ${name}`,
  bias: "bias",
  agreement: "The stronger the colour, the more starts say the same; where it is pale, the machine guesses.",
  say: (name, percent) => `${percent} say ${name}`,
  agreementReach: "What the starts say at each place: arrow keys move, with Shift by less",
  endsReach:
    "Where the weights of every start end: the left and right keys go along the horizontal axis, up and down along the vertical one, Enter takes the start",
  neuron: (number) => `neuron ${number}`,
  sure: (percent) => `On ${percent} of the map, nine of ten starts say the same.`,
};

export const w = dictionary(zh, en);
