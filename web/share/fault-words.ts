/** Why a link, a file or a part of a view is not opened. */
import { dictionary } from "../i18n/i18n.svelte";
import type { ShareFault } from "./shared";
import type { ViewRule } from "./view-reading";

const en = {
  faults: {
    damaged: {
      link: "This link is damaged or incomplete",
      file: "This file is damaged or incomplete",
    },
    unlike: { link: "This link contains no experiment", file: "This JSON file contains no experiment" },
    newer: {
      link: "This link comes from a newer version of this page",
      file: "This file comes from a newer version of this page",
    },
  } satisfies Record<ShareFault, Record<"link" | "file", string>>,
  /** Why a part of a view is not shown, after its place and value. */
  view: {
    field: "is no part of a view",
    form: "is not of the form that is expected here",
    picture: "is no picture of this page",
    twice: "stands there twice",
    subject: "is no subject of this table",
    score: "is no score",
    parameter: "is the number of no weight or bias",
    range: "is no range [low, high]",
    student: "is the number of no student, counted from 0",
    choice: "is none of the choices here",
    lock: "is no setting of this page that could be locked",
  } satisfies Record<Exclude<ViewRule["kind"], "empty">, string>,
  viewFault: (place: string, value: string, why: string) => `${place}: ${value} ${why}`,
  empty: (picture: string, reason: string) => `“${picture}” has nothing to show here: ${reason}`,
  more: (count: number) => `and ${count} more`,
  semicolon: "; ",
};

const zh: typeof en = {
  faults: {
    damaged: { link: "这个链接已损坏，缺了一部分", file: "这个文件已损坏，缺了一部分" },
    unlike: { link: "这个链接里没有实验", file: "这个 JSON 文件里没有实验" },
    newer: { link: "这个链接来自更新版本的网页", file: "这个文件来自更新版本的网页" },
  },
  view: {
    field: "不是画面的设置",
    form: "的写法不对",
    picture: "不是这里的图",
    twice: "出现了两次",
    subject: "不是这张表的科目",
    score: "不是分数",
    parameter: "不是权重或偏置的序号",
    range: "不是范围 [低, 高]",
    student: "不是学生的序号（从 0 数起）",
    choice: "不在可选的里面",
    lock: "不是这个网页上能锁定的设置",
  },
  viewFault: (place, value, why) => `${place}：${value} ${why}`,
  empty: (picture, reason) => `“${picture}”在这里没有东西可显示：${reason}`,
  more: (count) => `另有 ${count} 处`,
  semicolon: "；",
};

export const faultWords = dictionary(zh, en);
