/** Texts of the list of keys. */
import { dictionary } from "../i18n/i18n.svelte";

const zh = {
  keys: { enter: "回车", escape: "Esc", insert: "Ctrl 回车", remove: "Ctrl Delete" },
  play: "播放或暂停",
  step: "训练一步",
  reset: "回到起点",
  present: "投影：只看大图，Esc 退出",
  undo: "撤销一次改动",
  redo: "恢复撤销的改动",
  list: "显示这张表",
  insert: "在选中的学生下面插入一名学生",
  remove: "删除选中的学生",
  take: "采用输入框里的值",
  giveUp: "放弃输入，恢复原值",
  single: "单键快捷键",
  singleLong: "关掉后，空格、S、R、F 和 ? 不再起作用，按钮照常可用。这台设备会记住。",
};

const en: typeof zh = {
  keys: { enter: "Enter", escape: "Esc", insert: "Ctrl Enter", remove: "Ctrl Delete" },
  play: "play or pause",
  step: "one step",
  reset: "back to the start",
  present: "present the picture alone; Esc leaves",
  undo: "undo",
  redo: "redo",
  list: "this list",
  insert: "insert a student below",
  remove: "remove the selected students",
  take: "confirm the text in a field",
  giveUp: "discard the text in a field",
  single: "Single-key shortcuts",
  singleLong:
    "When off, Space, S, R, F and ? do nothing by themselves; the buttons work as before. This browser remembers it.",
};

export const w = dictionary(zh, en);
