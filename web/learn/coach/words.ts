/** What the coach says. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  /** 句与句之间。 */
  gap: "",
  label: "出了什么事",
  grew: (updates: string, first: string, now: string): string => `${updates} 步里，损失从 ${first} 变成了 ${now}。`,
  overBound: (rate: string, bound: string): string =>
    `学习率 ${rate} 超过了这里的上限 ${bound}：每一步都越过谷底，落到对面更高的地方，于是下一步更大。`,
  tooLarge: (rate: string): string => `学习率 ${rate} 太大：每一步都把权重推得比上一步更远。`,
  flat: (neurons: string, of: string): string =>
    `${of} 个隐藏神经元里，有 ${neurons} 个对每名学生都停在激活函数平的那一段：没有坡度可走。`,
  saturated: (students: string, of: string): string =>
    `${of} 名学生里，有 ${students} 名的加权和太大，落在输出曲线最平的地方：32 位数算出的坡度正好是 0。`,
  cancelling: "学生们都在拉，可是往相反的方向，合起来正好抵消：权重不动。",
  swings: (rate: string): string => `学习率 ${rate} 偏大：每一步都越过谷底，落到对面。步子小一些，摆动就小。`,
  swingsOverBound: (rate: string, bound: string): string =>
    `学习率 ${rate} 超过了这里的上限 ${bound}：每一步都越过谷底，落到对面。步子小一些，摆动就小。`,
  shortSteps: (rate: string): string => `学习率 ${rate}：每一步只走一点点。步子大一些，走得快一些。`,
  swingsByBatches: (rate: string): string =>
    `学习率 ${rate} 在上限以内，可是每一步只看一批学生，各批拉的方向不同，损失就来回摆。步子小一些，摆动就小。`,
  alike: "同一层的神经元从一样的权重出发，学到的也一样：几个只顶一个用。换成随机的起点，它们才会各学各的。",
  straight: (share: string): string => `只判对了 ${share}。没有隐藏层，分界线只能是直的；加一层隐藏神经元，它就能弯。`,
  identity: "隐藏神经元的激活函数都是恒等函数：这样的网络，分界线仍然是直的。换成 tanh，它就能弯。",
  outOfReach: "S 形输出只在 0 和 1 之间，到不了这些目标。",
  plane: "没有隐藏层，预测跟着分数只能直着变；剩下的误差却是弯的。加一层隐藏神经元，预测就能弯。",
  stretched: "分数没有标准化：损失的谷又窄又长，沿着谷底走得很慢。标准化以后，谷变圆，很快就走到底。",
  rawNetwork: "分数没有标准化：原始分数太大，隐藏神经元从一开始就偏到一边。标准化以后，它们才分得开学生。",
  twins: (students: string): string =>
    `有 ${students} 名学生，分数和别人一模一样，目标却不一样：什么样的模型都不可能全对，损失已经差不多是能到的最小值。`,
  ended: (now: string, rate: string): string =>
    `学习率变化已经把学习率从 ${rate} 降到 ${now}：不是学完了，是步子没有了。学习率不变，损失还会下降。`,
  held: "正则化（或权重衰减）把权重拉向 0，和学生们的拉力正好打平。去掉它，损失还会下降。",
  sum_to_one: "权重被限制成加起来等于 1，可是这些目标要的和不是 1。放开这个限制，误差就小。",
  no_bias: "没有偏置，各科都是 0 分时，加权和只能是 0；这些目标要的不是这样。加上偏置，误差就小。",
  notAllRight: (share: string): string => `只判对了 ${share}，可是这里已经是一个谷底。换一个起点，也许走到更低的谷底。`,
  hardly: "损失几乎不再下降，可是还有误差。换一个起点，也许走到更低的地方。",
  hardlyRight: (share: string): string => `只判对了 ${share}，损失几乎不再下降。换一个起点，也许走到更低的地方。`,
  otherMinimum: "这里是一个谷底，可是还有误差。换一个起点，也许走到更低的谷底。",
  back: (rate: string): string => `回到损失最小的那一步，学习率改成 ${rate}`,
  half: "（上限的一半）",
  scale: "分数都除以 100",
  standard: "把分数标准化",
  bias: "加上偏置，并把分数标准化",
  rate: (rate: string): string => `学习率改成 ${rate}`,
  layer: "加一层隐藏神经元",
  neurons: "多用一些隐藏神经元",
  activation: "激活函数换成 tanh",
  linear: "换成线性输出",
  constant: "学习率不再变化",
  penalty: "去掉正则化",
  free: "不限制权重的和",
  start: "换一组随机的起点",
};

const en: typeof zh = {
  gap: " ",
  label: "What happened",
  grew: (updates, first, now) => `In ${updates} steps the loss went from ${first} to ${now}.`,
  overBound: (rate, bound) =>
    `The learning rate ${rate} is over the bound ${bound} here: every step goes past the bottom and lands higher on the other side, so that the next one is longer still.`,
  tooLarge: (rate) =>
    `The learning rate ${rate} is too large: every step drives the weights farther than the one before.`,
  flat: (neurons, of) =>
    `For every student, ${neurons} of ${of} hidden neurons stand where their activation function is flat: there is no slope to follow.`,
  saturated: (students, of) =>
    `For ${students} of ${of} students the weighted sum lies where the output's curve is flattest: its slope in 32 bits is exactly 0.`,
  cancelling: "The students all pull, but in opposite directions: their pulls cancel, and the weights stay.",
  swings: (rate) =>
    `The learning rate ${rate} is too large here: steps go past the bottom and land on the other side. Shorter steps swing less.`,
  swingsOverBound: (rate, bound) =>
    `The learning rate ${rate} is over the bound ${bound} here: steps go past the bottom and land on the other side. Shorter steps swing less.`,
  shortSteps: (rate) => `With the learning rate ${rate} every step is short. Longer steps go faster.`,
  swingsByBatches: (rate) =>
    `The learning rate ${rate} is below the bound, but each step sees one batch of the students, and the batches pull in different directions: the loss goes to and fro. Shorter steps swing less.`,
  alike:
    "The neurons of a layer started with equal weights and learn the same: several do the work of one. From random starts each learns something of its own.",
  straight: (share) =>
    `Only ${share} of the students are right. Without a hidden layer the boundary is straight; a layer of hidden neurons can bend it.`,
  identity:
    "All hidden neurons have the identity as activation function: the boundary of such a network is still straight. With tanh it can bend.",
  outOfReach: "The sigmoid's output lies between 0 and 1 and cannot reach these targets.",
  plane:
    "Without a hidden layer predictions follow the scores in a straight line, but the errors that are left are bent. A layer of hidden neurons can bend the predictions.",
  stretched:
    "The scores are not standardized: the valley of the loss is long and narrow, and the way along its bottom is slow. Standardized scores make it round.",
  rawNetwork:
    "The scores are not standardized: they are so large that hidden neurons lie to one side from the start. Standardized scores let them tell students apart.",
  twins: (students) =>
    `${students} students have the same scores as others but another target: no model can be right about all of them, and the loss is about as small as it can be.`,
  ended: (now, rate) =>
    `The schedule has taken the learning rate from ${rate} to ${now}: nothing is learned any more because the steps have ended. With a constant rate the loss falls on.`,
  held: "A penalty or a weight decay pulls the weights towards 0, and now balances the students' pulls. Without it the loss falls on.",
  sum_to_one:
    "The weights are held to a sum of 1, but these targets ask for another sum. With free weights the errors are smaller.",
  no_bias:
    "Without a bias the weighted sum is 0 for scores of 0, and these targets ask for something else. With a bias the errors are smaller.",
  notAllRight: (share) =>
    `Only ${share} of the students are right, though this is a minimum. Another start may end at a lower one.`,
  hardly: "The loss hardly falls any more, but errors are left. Another start may end lower.",
  hardlyRight: (share) =>
    `Only ${share} of the students are right, and the loss hardly falls any more. Another start may end lower.`,
  otherMinimum: "This is a minimum, but errors are left. Another start may end at a lower one.",
  back: (rate) => `Back to the step with the lowest loss, with the learning rate ${rate}`,
  half: " (half the bound)",
  scale: "Divide the scores by 100",
  standard: "Standardize the scores",
  bias: "Add a bias and standardize the scores",
  rate: (rate) => `Set the learning rate to ${rate}`,
  layer: "Add a layer of hidden neurons",
  neurons: "Use more hidden neurons",
  activation: "Use tanh as the activation function",
  linear: "Use a linear output",
  constant: "Keep the learning rate constant",
  penalty: "Remove the penalty",
  free: "Let the weights be free",
  start: "Another random start",
};

export const w = dictionary(zh, en);
