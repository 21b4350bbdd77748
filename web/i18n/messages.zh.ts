/** 网页上的全部中文文字。 */

import { lossZh } from "./loss.zh";
import type { Messages } from "./messages.en";
import { rulesZh } from "./refusals.zh";
import { fieldsZh, optionsZh } from "./settings.zh";
import { viewsZh } from "./views.zh";

export const zh = {
  title: "三好 Sanhao · 看机器找出学校保密的权重",
  brand: "Sanhao",
  lessons: "课程",
  loading: "正在载入训练核心……",
  loadFailed: (message) => `训练核心载入失败：${message}`,
  skipToPlay: "跳到播放按钮",

  cases: {
    label: "案例",
    task: "任务",
    names: { weights: "求权重", award: "评三好", honours: "评荣誉", layers: "多层网络" },
    tasks: {
      weights:
        "学校用保密的权重把三科分数合成总分。按播放，看机器能不能找出算得出这些总分的权重；再改一个分数，或者拖动学习率。",
      award: "只知道谁评上了三好，不知道总分和分数线。按播放，看分界线怎样把两类学生分开；再改一名学生的评奖结果。",
      honours: "一共三种荣誉，标着“?”的学生还没有评。按播放，看机器会给他们评什么；再让一名学生不参加训练。",
      own: "这是你自己的表。按播放，看机器能从中学到什么；再改一项设置，比一比。",
      layers: "恰好一科优秀的学生才得奖，一条直线分不开。按播放看多层网络怎样分；再删去隐藏层，比一比。",
    },
  },

  transport: {
    label: "训练",
    play: "播放",
    pause: "暂停",
    step: "训练一步",
    stepShort: "单步",
    reset: "重置",
    epoch: "轮",
    updates: "步",
    speed: "速度",
    perSecond: (updates) => `${updates} 步/秒`,
    fastest: "最快",
  },

  status: {
    label: "状态",
    ready: { name: "准备好了", advice: "按播放，机器就开始学习。" },
    running: { name: "训练中", advice: "每走一步，权重就动一点，让损失变小。" },
    paused: { name: "已暂停", advice: "按播放继续，也可以一步一步地走。" },
    converged: { name: "已收敛", advice: "损失几乎不再下降。改一个分数或一项设置，再看它重新学习。" },
    diverged: { name: "已发散", advice: "学习率太大了，权重越跑越远。请按重置，再把学习率调小。" },
  },

  share: { name: "分享", long: "复制这个实验的链接" },

  language: { label: "语言", zh: "中文", en: "English" },
  theme: {
    label: (name) => `外观：${name}`,
    names: { system: "跟随系统", light: "浅色", dark: "深色" },
  },
  /** 读屏软件听到的话。 */
  spoken: {
    running: (epoch, loss) => `第 ${epoch} 轮，损失 ${loss}。`,
    changed: (what) => `已改为：${what}。重新开始训练。`,
    rate: (rate) => `学习率已改为 ${rate}。`,
    table: "表格已更改，重新开始训练。",
  },

  help: {
    label: "快捷键",
    title: "快捷键",
    close: "关闭",
    keys: { space: "空格", enter: "回车", escape: "Esc" },
    play: "播放或暂停",
    step: "训练一步",
    reset: "回到起点",
    undo: "撤销一次改动",
    redo: "恢复撤销的改动",
    list: "显示这张表",
    take: "采用输入框里的值",
    giveUp: "放弃输入，恢复原值",
  },

  data: {
    title: "数据",
    include: "训练",
    includeLong: "是否参加训练",
    name: "学生",
    prediction: "预测",
    student: (name) => `学生 ${name}`,
    select: (name) => `在图中标出${name}`,
    includeStudent: (name) => `${name}参加训练`,
    nameOf: (name) => `${name}的姓名`,
    cellOf: (name, column) => `${name}，${column}`,
    row: (row) => `第 ${row} 行`,
    toPredict: "?",
    toPredictLong: "? 待预测",
    removeStudent: (name) => `删除${name}`,
    remove: "删除",
    add: "添加学生",
    addLong: "在选中的学生下面添加一名（表中按 Ctrl+回车）",
    newName: (index) => `学生 ${index}`,
    count: (students, training) => `共 ${students} 名，${training} 名参加训练`,
    heldOut: "检验",
    open: "打开",
    openLong: "打开 CSV 文件或保存的实验，也可以把它拖放或粘贴到网页的任何地方",
    save: "保存 CSV",
    example: "恢复示例",
    exampleLong: "恢复这个案例自带的数据和设置",
    drop: "松开鼠标，打开这个文件",
    fileName: "三好.csv",
    empty: "还没有学生。请添加学生，或打开一个 CSV 文件。",
    wrong: "预测错误",
    right: "预测正确",
    noPrediction: "没有预测",
    error: "误差",
    grid: "学生表",
    gridHint:
      "方向键移动，直接输入就替换，F2 修改，回车采用并下移，Esc 放弃，Delete 让目标变为待预测。Ctrl+回车添加学生，Ctrl+Delete 删除学生。",
    sortBy: (column) => `按${column}排序`,
    copied: (rows, columns) => `已复制 ${rows} 行 ${columns} 列。`,
    pasted: (rows, columns) => `已粘贴 ${rows} 行 ${columns} 列。`,
    pullsUp: (subject) => `想把${subject}的权重往大拉`,
    pullsDown: (subject) => `想把${subject}的权重往小拉`,
    undo: "撤销",
    redo: "重做",
    showSelected: "显示选中的学生",
  },

  model: {
    title: "模型",
    more: "更多设置",
    rateSlider: "学习率（对数滑块）",
    layer: (index) => `第 ${index} 层`,
    units: (index) => `隐藏层 ${index} 的神经元数`,
    unitsShort: "个神经元",
    activation: (index) => `隐藏层 ${index} 的激活函数`,
    addLayer: "添加隐藏层",
    removeLayer: (index) => `删除隐藏层 ${index}`,
    sumToOne: "权重之和为 1",
    noLayers: "无",
    noLayersLong: "分数直接通向输出。",
    allStudents: "全部",
    batchHint: "留空：每一步用全部学生",
    needsClasses: "只用于目标是类别的表",
    needsProbabilities: "需要输出为 Sigmoid 或 Softmax",
    givenHint: "随实验一起载入",
    formula: "模型的公式",
  },

  output: {
    title: "输出",
    curve: "损失曲线",
    loss: "损失",
    heldOutLoss: "检验损失",
    accuracy: "正确率",
    heldOutAccuracy: "检验正确率",
    rate: "当前学习率",
  },

  /** 点开时才载入的部分。 */
  part: { loading: "载入中……", failed: "没能载入，请检查网络。", again: "再试一次" },

  pictures: {
    label: "图",
    close: (name) => `收起“${name}”`,
    names: {
      boundary: "分界",
      weights: "权重",
      network: "网络",
      curve: "S 曲线",
      triangle: "三角图",
      surface: "损失曲面",
      metrics: "指标",
    },
    obstacles: {
      hasLayers: "有隐藏层时，请看“网络”图。",
      noCurve: "需要 Sigmoid 输出，或者有隐藏层。",
      noTriangle: "需要三个和为 1 的权重，或者三个类别的 Softmax 输出。",
    },
  },

  refusal: {
    label: "未采用",
    close: "关闭",
    field: (field) => `${field}：`,
    cell: (row, column) => `第 ${row} 行“${column}”列：`,
    row: (row) => `第 ${row} 行：`,
    column: (column) => `“${column}”列：`,
    file: "文件：",
    score: (student, subject) => `${student}的${subject}：`,
    parameter: "权重或偏置：",
    units: (layer) => `隐藏层 ${layer} 的神经元数：`,
    kept: "保留原来的值。",
    keptTable: "表格保持不变。",
    keptAll: "页面上的实验保持不变。",
    sentence: (place, reason, kept) => `${place}${reason}。${kept}`,
    rules: rulesZh,
  },

  fields: fieldsZh,
  options: optionsZh,
  loss: lossZh,
  views: viewsZh,
} satisfies Messages;
