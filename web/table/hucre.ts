/** The library for workbooks, or what of it is used: a chunk that is fetched when a workbook is opened or saved. */
export { readXls, readXlsx, writeXlsx } from "hucre/xlsx";
export type Hucre = typeof import("./hucre");
