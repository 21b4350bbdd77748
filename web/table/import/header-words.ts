/** What the words of a header say about its column. */

/** Headers of a name, most likely first. */
const NAMES = [
  ...["姓名", "name", "学生姓名", "名字", "学生", "考生姓名", "考生", "學生姓名", "學生", "人员", "选手"],
  ...["fullname", "studentname", "student", "pupil", "schüler", "schülerin", "schüler/in", "vorname", "nachname"],
  ...["firstname", "lastname", "surname", "givenname", "nom", "prénom", "nombre", "username"],
];

/** Headers of a target. */
const TARGETS = [
  ...[
    "总分",
    "总评",
    "总成绩",
    "总计",
    "合计",
    "综合",
    "综合分",
    "综合成绩",
    "综合评定",
    "总评成绩",
    "加权总分",
    "期评",
  ],
  ...[
    "三好",
    "三好学生",
    "荣誉",
    "奖项",
    "获奖",
    "评定",
    "评优",
    "结果",
    "目标",
    "类别",
    "等级",
    "等第",
    "评级",
    "结论",
  ],
  ...[
    "總分",
    "總評",
    "總成績",
    "總計",
    "合計",
    "結果",
    "等級",
    "類別",
    "獎項",
    "標籤",
    "标签",
    "录取",
    "通过",
    "合格",
    "及格",
  ],
  ...[
    "total",
    "totalscore",
    "coursetotal",
    "finalgrade",
    "final",
    "overall",
    "sum",
    "award",
    "honour",
    "honor",
    "result",
  ],
  ...["outcome", "target", "label", "class", "grade", "species", "passed", "pass", "y"],
  ...["summe", "gesamt", "gesamtpunkte", "ergebnis", "endnote", "bestanden", "gesamtnote"],
];

/** A kind of column that has no scores, and the headers that it has. */
const NO_SCORES = {
  number:
    /[号號]$|编号|編號|代码|代碼|学籍|學籍|身份证|身分證|准考|准考證|座位|座次|^序$|^no\.?$|^nr\.?$|^#$|^(?:s|u|p|student|pupil|user|exam|candidate|person|record|case|row|sample)?id(?:number|no\.?)?$|^(?:student|exam|candidate|seat|roll|row|serial)(?:no\.?|nr\.?|number)$|^seat$|^roll$|nummer$|^lfd\.?nr\.?$|^index$|^unnamed:0$/,
  group:
    /^班$|班级|班級|班别|班別|年级|年級|^级$|学校|學校|校区|专业|系别|^组$|^组别$|小组|^class$|^group$|^klasse$|^section$|^school$|^form$/,
  rank: /名次|排名|位次|排序|^[班级年校段区联]排$|^[班级年校段]名$|^rank|rank$|ranking|^rang$|^platz$|percentile/,
  person:
    /性别|性別|电话|電話|手机|手機|联系方式|出生|生日|日期|时间戳|提交时间|民族|^sex$|^gender$|geschlecht|phone|^tel\.?$|email|^mail$|^date$|datum|timestamp|birth|lastdownloaded/,
  // The last ones are those of a saved workbook (export/words.ts).
  derived:
    /^(?:平均|均分|平均分|平均成绩|平均成績|average|avg|mean|durchschnitt|mittelwert|预测|误差|概率|用途|prediction|error|probability|usedfor)$/,
} as const;

export type NoScoreHeader = keyof typeof NO_SCORES;

/** The position of a header in the list of names; infinite if it is none. */
export function nameRank(header: string): number {
  const rank = NAMES.indexOf(plainHeader(header));
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

export function isTargetHeader(header: string): boolean {
  const plain = plainHeader(header);
  return TARGETS.includes(plain) || /^是否/.test(plain);
}

/** The kind of column without scores that a header names; null if it names none. */
export function noScoreHeader(header: string): NoScoreHeader | null {
  const plain = plainHeader(header);
  const kinds = Object.keys(NO_SCORES) as NoScoreHeader[];
  return kinds.find((kind) => NO_SCORES[kind].test(plain)) ?? null;
}

/** Whether a cell is a header by its word alone. */
export function isKnownHeader(cell: string): boolean {
  return nameRank(cell) < Number.POSITIVE_INFINITY || isTargetHeader(cell) || noScoreHeader(cell) !== null;
}

/** A header in small half-width letters, without blanks and without what stands in brackets at its end: 总分（100）. */
function plainHeader(header: string): string {
  if (header.length > 60) return "";
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff*_]/g, "")
    .replace(/(?<=.)[([【].*[)\]】]$/, "");
}

/** Whether the header of a saved table's target lists the classes, as the core writes it (csv.rs). */
export function listsClasses(header: string): boolean {
  return / \[(.*,.*)?\]$/.test(header);
}
