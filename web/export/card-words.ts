/** The words of the model card, README.md in the zip, and of the dialog that saves it. */
import { dictionary } from "../i18n/i18n.svelte";

/** A cell of a table of settings. */
export type Cell = string | number | null;

const en = {
  title: "On to Python",
  lead: "One zip repeats this run outside the page and goes on from it: with NumPy, with PyTorch, in a notebook, or the trained model alone.",
  files: {
    "train_numpy.py": "The training in NumPy alone, the gradient written out. `python train_numpy.py`",
    "train.py": "The training in PyTorch, ready for a graphics card and several computers. `python train.py`",
    "experiment.ipynb": "The NumPy training as a Jupyter notebook, with pictures",
    "model.onnx": "The trained model for any program that reads ONNX: raw scores go in, predictions come out",
    "model.safetensors": "The trained weights, by the names of train.py: `python train.py --weights model.safetensors`",
    "data.csv": "The table, with a last column that says what each student is used for",
    "experiment.json": "The whole experiment. Opens on the page again, and so does the zip",
    "start.json": "The weights at the start of the run",
    "README.md": "The model card: what the model was trained on, how, with what result, and its limits",
  },
  save: "Save the zip",
  ready: "",
  making: "The run is being repeated, to find out up to where other programs agree …",
  saved: "Saved.",
  failed: (why: string) => `The zip could not be made: ${why}`,
  fileName: "sanhao-python",
  notes: {
    kept: "The school's rule is kept secret: it is not in the zip.",
    notBegun:
      "The run has not begun: the trained model has the weights of the start, and the scripts train for 1,000 updates.",
    diverged:
      "This run has diverged: the scripts repeat it up to there, and the trained model predicts nothing of use.",
    changed:
      "The learning rate or weights were changed by hand during this run. The scripts train from the start at the present rate, so that they end elsewhere than the trained model.",
    shortened: (epochs: string) =>
      `The run is long: the scripts train for ${epochs} epochs, or as many as you ask for.`,
  },
  card: {
    ownTitle: (target: string) => `A model that predicts ${target}`,
    tasks: {
      weights:
        "Each total is three scores, each times a weight that the school keeps secret. The model looks for the weights that give these totals.",
      award:
        "Who got the award is known, the school's weights and its pass mark are not. The model looks for the line between the two classes.",
      honours:
        "There are three honours, and students marked “?” have none yet. The model learns from the others and predicts theirs.",
      layers: "The award is for exactly one excellent subject, so that no straight line separates the two classes.",
      own: "Trained on a table of one's own.",
    },
    files: "Files",
    trainedOn: "What it was trained on",
    students: (training: string, heldOut: string, others: string) =>
      `${training} students in training, ${heldOut} held out for validation, ${others} others.`,
    from: (subjects: string, target: string) => `From ${subjects}, the model predicts ${target}. `,
    classes: (classes: string) => `The classes, in this order: ${classes}.`,
    how: "How",
    setting: "Setting",
    value: "Value",
    results: "Results",
    group: "Students",
    training: "Training",
    heldOut: "Validation",
    accuracy: "Accuracy",
    meanAbsoluteError: "Mean absolute error",
    rootMeanSquareError: "Root mean square error",
    largestError: "Largest error",
    r2: "R²",
    updates: (updates: string, epochs: string) => `After ${updates} updates (${epochs} epochs).`,
    same: "The same run",
    whole: (updates: string, loss: string) =>
      `The scripts check themselves against the page: after ${updates} updates its loss is ${loss}; they fail where theirs differs by more than a thousandth.`,
    early: " Later this run swings or diverges: a difference in the last digit grows until no two programs agree.",
    long: " The rest is too long to repeat on the page.",
    limits: "Limits",
    limit: [
      "It has learned from these students alone. For scores far from theirs it says anything.",
      "It finds what goes with the school's decisions, not what is just. Do not judge real students by it.",
    ],
    onnx: "To use the model",
    digits:
      "Where the weighted sums before the softmax are near 100, the 32-bit numbers of the page and of other programs give probabilities that agree to four digits.",
    made: "Made with Sanhao.",
    and: ", ",
  },
};

export type CardWords = typeof en;

const zh: CardWords = {
  title: "用 Python 继续",
  lead: "一个 zip，在网页之外重复这次训练，并继续下去：用 NumPy、PyTorch、笔记本，或者只用训练好的模型。",
  files: {
    "train_numpy.py": "只用 NumPy 的训练，梯度逐步写出：`python train_numpy.py`",
    "train.py": "用 PyTorch 的训练，可用显卡和多台电脑：`python train.py`",
    "experiment.ipynb": "NumPy 训练的 Jupyter 笔记本，带图",
    "model.onnx": "训练好的模型，任何能读 ONNX 的程序都能用：输入原始分数，输出预测",
    "model.safetensors": "训练好的权重，名称与 train.py 相同：`python train.py --weights model.safetensors`",
    "data.csv": "表格，最后一列是每名学生的用途",
    "experiment.json": "整个实验。可在网页上再打开，zip 也可以",
    "start.json": "训练开始时的权重",
    "README.md": "模型说明：用什么数据、怎样训练、结果如何、有什么局限",
  },
  save: "保存 zip",
  ready: "",
  making: "正在重复这次训练，看看与别的程序能一致到哪里……",
  saved: "已保存。",
  failed: (why) => `zip 没有做成：${why}`,
  fileName: "三好学生-python",
  notes: {
    kept: "学校的规则还在保密，不放进 zip。",
    notBegun: "还没有开始训练：模型里是初始权重，脚本会更新 1,000 次。",
    diverged: "这次训练发散了：脚本重复到发散为止，模型的预测没有用处。",
    changed: "训练途中手动改过学习率或权重。脚本从头按现在的学习率训练，所以结果与保存的模型不同。",
    shortened: (epochs) => `这次训练很长：脚本训练 ${epochs} 轮，也可以改成更多。`,
  },
  card: {
    ownTitle: (target) => `预测${target}的模型`,
    tasks: {
      weights: "学校给三科分数各乘一个保密的权重，加成总分。模型要找出这些权重。",
      award: "知道谁评上了三好，不知道学校的权重和分数线。模型要找出两类学生的分界线。",
      honours: "一共三种荣誉，标着“?”的学生还没有评。模型从别的学生学，再给他们预测。",
      layers: "恰好一科优秀的学生才得奖，一条直线分不开两类学生。",
      own: "用自己的一张表训练。",
    },
    files: "文件",
    trainedOn: "数据",
    students: (training, heldOut, others) => `训练 ${training} 名学生，验证 ${heldOut} 名，其余 ${others} 名。`,
    from: (subjects, target) => `由${subjects}预测${target}。`,
    classes: (classes) => `各类依次为：${classes}。`,
    how: "训练方法",
    setting: "设置",
    value: "值",
    results: "结果",
    group: "学生",
    training: "训练",
    heldOut: "验证",
    accuracy: "准确率",
    meanAbsoluteError: "平均绝对误差",
    rootMeanSquareError: "均方根误差",
    largestError: "最大误差",
    r2: "R²",
    updates: (updates, epochs) => `更新 ${updates} 次（${epochs} 轮）之后。`,
    same: "同一次训练",
    whole: (updates, loss) =>
      `脚本自己与网页对照：更新 ${updates} 次之后，网页上的损失是 ${loss}；相差超过千分之一，脚本就报错。`,
    early: "之后损失来回摆动或者发散：末位的一点差别会越来越大，两个程序的结果不再相同。",
    long: "其余部分在网页上重复太久。",
    limits: "局限",
    limit: [
      "模型只见过这些学生。分数与他们相差很远时，预测不可信。",
      "模型找到的是学校的决定与什么有关，不是什么才公平。不要用它评判真实的学生。",
    ],
    onnx: "使用模型",
    digits: "如果 softmax 之前的加权和接近 100，用 32 位数计算的概率，在网页上和在别的程序里只有四位数字相同。",
    made: "由“三好学生”制作。",
    and: "、",
  },
};

export const cardWords = dictionary(zh, en);
