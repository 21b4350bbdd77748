/** What the coach says. */
import { dictionary } from "../../i18n/i18n.svelte";

const zh = {
  /** 句与句之间。 */
  gap: "",
  grew: (updates: string, first: string, now: string): string => `${updates} 步里，损失从 ${first} 变成了 ${now}。`,
  overBound: (rate: string, bound: string): string =>
    `学习率 ${rate} 超过了这里的上限 ${bound}：每一步都跨过谷底，落到对面更高的地方，下一步就更大。`,
  tooLarge: (rate: string): string => `学习率 ${rate} 太大：每一步都把权重推得比上一步更远。`,
  flat: (neurons: string, of: string): string =>
    `${of} 个隐藏神经元里有 ${neurons} 个，遇到哪名学生都落在激活函数平的那一段：没有坡度可走。`,
  saturated: (students: string, of: string): string =>
    `${of} 名学生里有 ${students} 名，加权和落在输出曲线最平的地方：电脑算出的坡度正好是 0，权重就不动了。`,
  cancelling: "学生们都在拉权重，可是方向相反，正好抵消：权重不动。",
  zero_weights: "网络里有一层的权重全是 0，误差传不回去：没有一名学生拉得动权重。换成随机的起点，网络才学得起来。",
  swings: (rate: string): string => `学习率 ${rate} 偏大：每一步都跨过谷底，落到对面。步子小一些，摆动就小。`,
  swingsOverBound: (rate: string, bound: string): string =>
    `学习率 ${rate} 超过了这里的上限 ${bound}：每一步都跨过谷底，落到对面。步子小一些，摆动就小。`,
  shortSteps: (rate: string): string => `学习率是 ${rate}，每一步只走一点点。步子大一些，就走得快一些。`,
  swingsByBatches: (rate: string): string =>
    `学习率 ${rate} 没超过上限，可是每一步只看一批学生，各批学生拉的方向不同，损失就来回摆。步子小一些，摆动就小。`,
  alike: "同一层的神经元起点一样，学到的也一样，几个只顶一个用。换成随机的起点，它们才会各学各的。",
  straight: (right: string, all: string): string =>
    `参加训练的 ${all} 名学生里，只判对了 ${right} 名。没有隐藏层，分界线只能是直的；加一层隐藏神经元，它就能弯。`,
  identity: "隐藏神经元的激活函数都是“恒等”，这样的网络画出的分界线仍然是直的。换成 tanh，它就能弯。",
  outOfReach: "Sigmoid 的输出总在 0 和 1 之间，够不着这些目标。",
  plane: "没有隐藏层，分数每多一分，预测总是多出同样多，可是目标不是这样变的。加一层隐藏神经元，预测就能跟着弯。",
  stretched: "分数没有标准化：损失的谷又窄又长，沿着谷底走得很慢。标准化以后，谷就圆了，很快走到底。",
  rawNetwork: "分数没有标准化：原始分数太大，隐藏神经元一开始就偏到了一边。标准化以后，它们才分得开学生。",
  twins: (students: string): string =>
    `有 ${students} 名学生，分数和别人一模一样，目标却不一样：什么模型都不可能全对，损失已经差不多小到头了。`,
  ended: (now: string, rate: string): string =>
    `学习率调度已经把学习率从 ${rate} 降到 ${now}：不是学好了，是步子没有了。学习率不变，损失还会下降。`,
  held: "正则化（或权重衰减）把权重往 0 拉，正好和学生们的拉力打平。去掉它，损失还会下降。",
  sum_to_one: "权重被限制成加起来等于 1，可是这些目标要的和不是 1。放开限制，误差就会变小。",
  no_bias: "没有偏置，各科都是 0 分时加权和只能是 0，这些目标要的却不是这样。加上偏置，误差就会变小。",
  notAllRight: (right: string, all: string): string =>
    `参加训练的 ${all} 名学生里，只判对了 ${right} 名，可是已经到了一个谷底。换一个起点，也许能走到更低的谷底。`,
  hardly: "误差还在，可是损失几乎不再下降。换一个起点，也许能走到更低的地方。",
  hardlyRight: (right: string, all: string): string =>
    `参加训练的 ${all} 名学生里，只判对了 ${right} 名，损失却几乎不再下降。换一个起点，也许能走到更低的地方。`,
  otherMinimum: "已经到了一个谷底，可是还有误差。换一个起点，也许能走到更低的谷底。",
  back: (rate: string): string => `回到损失最小的一步，学习率改成 ${rate}`,
  scale: "把分数都除以 100",
  standard: "把分数标准化",
  bias: "加上偏置，并把分数标准化",
  rate: (rate: string): string => `学习率改成 ${rate}`,
  layer: "加一层隐藏神经元",
  neurons: "多用一些隐藏神经元",
  activation: "激活函数换成 tanh",
  linear: "换成线性输出",
  constant: "学习率保持不变",
  penalty: "去掉正则化",
  free: "不限制权重的和",
  start: "换一个随机的起点",
};

const en: typeof zh = {
  gap: " ",
  grew: (updates, first, now) => `In ${updates} steps the loss went from ${first} to ${now}.`,
  overBound: (rate, bound) =>
    `The learning rate ${rate} is above its limit here, ${bound}: every step jumps over the valley and lands higher on the other side.`,
  tooLarge: (rate) =>
    `The learning rate ${rate} is too large: every step drives the weights farther than the one before.`,
  flat: (neurons, of) =>
    `For every student, ${neurons} of ${of} hidden neurons are where their activation function is flat: there is no slope to follow.`,
  saturated: (students, of) =>
    `For ${students} of ${of} students the weighted sum lies where the output's curve is so flat that the computer finds a slope of exactly 0: nothing moves.`,
  cancelling: "The students all pull, but in opposite directions: their pulls cancel, and the weights stay.",
  zero_weights:
    "All weights of a layer are 0, and no error passes them: no student pulls at a weight. From a random start the network learns.",
  swings: (rate) =>
    `The learning rate ${rate} is too large here: steps jump over the valley and back. Shorter steps swing less.`,
  swingsOverBound: (rate, bound) =>
    `The learning rate ${rate} is above its limit here, ${bound}: steps jump over the valley and back. Shorter steps swing less.`,
  shortSteps: (rate) => `With the learning rate ${rate} every step is short. Longer steps are faster.`,
  swingsByBatches: (rate) =>
    `The learning rate ${rate} is below its limit, but each step looks at one batch of students, and the batches pull in different directions. Shorter steps swing less.`,
  alike:
    "The neurons of a layer started with equal weights and learn the same: several do the work of one. From a random start each learns something of its own.",
  straight: (right, all) =>
    `Only ${right} of ${all} students in training are right. Without a hidden layer the boundary is straight; a layer of hidden neurons can bend it.`,
  identity:
    "All hidden neurons pass on what they are given (identity), so the boundary stays straight. With tanh it can bend.",
  outOfReach: "The sigmoid's output lies between 0 and 1 and cannot reach these targets.",
  plane:
    "Without a hidden layer each point more changes the prediction by the same amount, but the targets change otherwise. A layer of hidden neurons lets the predictions bend with them.",
  stretched:
    "The scores are not standardized: the valley of the loss is long and narrow, and the way along its bottom is slow. Standardized scores make it round.",
  rawNetwork:
    "The scores are not standardized: they are so large that hidden neurons are far to one side from the start. Standardized scores let them tell students apart.",
  twins: (students) =>
    `${students} students have the same scores as others but other targets: no model can be right for all of them, and the loss is about as small as it can be.`,
  ended: (now, rate) =>
    `The schedule has taken the learning rate from ${rate} to ${now}: it has not finished learning, its steps have become too short. With a constant rate the loss falls further.`,
  held: "The penalty (or weight decay) pulls the weights towards 0 as hard as the students pull the other way. Without it the loss falls further.",
  sum_to_one:
    "The weights must add up to 1, but these targets need another sum. With free weights the errors are smaller.",
  no_bias:
    "Without a bias the weighted sum is 0 for scores of 0, and these targets ask for something else. With a bias the errors are smaller.",
  notAllRight: (right, all) =>
    `Only ${right} of ${all} students in training are right, but this is the bottom of a valley. Another start may lead to a lower one.`,
  hardly: "The loss hardly falls any more, but errors are left. Another start may lead lower.",
  hardlyRight: (right, all) =>
    `Only ${right} of ${all} students in training are right, and the loss hardly falls any more. Another start may lead lower.`,
  otherMinimum: "This is the bottom of a valley, but errors are left. Another start may lead to a lower one.",
  back: (rate) => `Back to the lowest loss, at a rate of ${rate}`,
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
  free: "Let the weights add up to anything",
  start: "Another random start",
};

export const w = dictionary(zh, en);
