/** Words and marks that stand in a cell in place of a score. */

/** What says so in every column. */
const WORDS: ReadonlySet<string> = new Set([
  ...["缺", "缺考", "缓", "缓考", "免", "免考", "免修", "缺席", "缺测", "缺试", "未考", "未测", "未交", "弃考", "旷考"],
  ...[
    "请假",
    "病假",
    "事假",
    "休学",
    "取消",
    "违纪",
    "作弊",
    "无成绩",
    "緩考",
    "免試",
    "請假",
    "缺試",
    "無成績",
    "未測",
  ],
  ...["na", "n/a", "#n/a", "<na>", "nan", "null", "#null!", "#value!", "#div/0!", "#ref!"],
  ...["absent", "excused", "exempt", "missing", "incomplete", "withdrawn", "no score"],
  ...["fehlt", "krank", "entschuldigt", "unentschuldigt", "k.a.", "k. a.", "absente"],
  ...["-", "--", "---", "?", "??", "…", "..."],
]);

/** What says so in a column of scores, and may be a class in a column of words. */
const MARKS: ReadonlySet<string> = new Set([
  ...[
    "无",
    "無",
    "旷",
    "nil",
    "none",
    "ab",
    "abs",
    "abs.",
    "ex",
    "x",
    "×",
    "/",
    "//",
    "\\",
    ".",
    "*",
    "**",
    "***",
    "_",
  ],
]);

/** Whether a cell of a column of scores says that there is no score. */
export function isAbsent(cell: string): boolean {
  const word = plainWord(cell);
  return word === "" || WORDS.has(word) || MARKS.has(word);
}

/** Whether a cell of any column says that nothing is known. */
export function isUnknown(cell: string): boolean {
  const word = plainWord(cell);
  return word === "" || WORDS.has(word);
}

/** The word in small half-width letters, without brackets around it; every dash is the same. */
function plainWord(cell: string): string {
  if (cell.length > 20) return cell;
  const plain = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[‐-―−─﹣]/g, "-")
    .trim();
  return /^[([【〔].+[)\]】〕]$/.test(plain) ? plain.slice(1, -1).trim() : plain;
}
