/** Recognizes rows of totals: they sum up the students above them and are no students. */
import { numeralOf } from "./numbers";

/** What such a row is called, in small half-width letters without blanks. */
const CHINESE =
  /^(?:全|各|本)?(?:班|年级|年級|校|级|科|组|县|区|市)?(?:级|級)?(?:总|合|小|共|累|總)(?:计|計|和|分值|人数|人數)$|平均|均分$|均值|最高|最低|(?:格|秀|良|好|分|标|過|过)率|人数|人數|中位数|中位數|众数|标准差|標準差|方差|极差|难度|区分度|信度|^(?:满分|滿分|分值|权重|占比|比例|系数)$|分数段|^\d+分?(?:以上|以下|及以上)$/;
const WESTERN =
  /^(?:grand|class|course|group|overall|school|sub)?(?:totals?|sums?|averages?|avg\.?|means?|median|highest|lowest|count)(?:score|marks?|points|ofclass)?$|^(?:maximum|minimum|highest|lowest|full|max|min)(?:score|marks?|points?|possible)+$|^standarddeviation$|^std\.?(?:dev\.?)?$|^stdev$|^variance$|^passrate$|^pointspossible$|^outof$|^weights?$|^(?:gesamt)?summe$|^insgesamt$|^(?:klassen)?(?:durch)?schnitt$|^mittel(?:wert)?$|^standardabweichung$|^anzahl$|^moyenne|^écart-?type$|^media$|^promedio$|^(?:1st|3rd)qu\.$|^(?:25|50|75)%$|^\d+[-~至到]\d+分?$/;
/** Words that are names as well. */
const ALSO_NAMES = /^(?:max|min|maximum|minimum|n|sd|total|mittel|ges)\.?$/;

export type TotalWord = "surely" | "perhaps" | null;

/** Whether a cell is called as a row of totals is. */
export function totalWord(cell: string): TotalWord {
  if (cell === "" || cell.length > 24) return null;
  const plain = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s:()]/g, "")
    .replace(/[–—～]/g, "-");
  if (ALSO_NAMES.test(plain)) return "perhaps";
  return CHINESE.test(plain) || WESTERN.test(plain) ? "surely" : null;
}

/** How far a rounded mean may be from the mean. */
const ROUNDING = 0.051;

/** Whether every number of a row is the sum of the numbers above it, or every one the mean, the largest or the smallest. */
export function sumsUp(cells: readonly string[], above: readonly (readonly string[])[]): boolean {
  const columns = cells.flatMap((cell, column) => {
    const value = plainNumber(cell);
    if (value === null) return [];
    const numbers = above.flatMap((row) => plainNumber(row[column] ?? "") ?? []);
    return numbers.length > 1 ? [{ value, numbers }] : [];
  });
  if (columns.length < 2) return false;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING;
  const kinds: ((numbers: readonly number[]) => number)[] = [
    sum,
    (numbers) => sum(numbers) / numbers.length,
    (numbers) => numbers.reduce((a, b) => Math.max(a, b)),
    (numbers) => numbers.reduce((a, b) => Math.min(a, b)),
  ];
  return kinds.some((kind) => columns.every(({ value, numbers }) => near(value, kind(numbers))));
}

/** A number whose last mark is decimal. */
function plainNumber(cell: string): number | null {
  const numeral = numeralOf(cell)?.replace(/[,' .](?=.*[.,])/g, "");
  const value = Number(numeral?.replace(",", ".").replace(/ /g, "") ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
