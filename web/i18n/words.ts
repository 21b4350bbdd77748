/** Translates the Chinese names of the presets; names given by a person stay as they are. */
import { language } from "./i18n.svelte";

const ENGLISH: ReadonlyMap<string, string> = new Map([
  ["德育", "Moral"],
  ["智育", "Study"],
  ["体育", "Sport"],
  ["总分", "Total"],
  ["奖项", "Award"],
  ["荣誉", "Honour"],
  ["三好学生", "Three-good"],
  ["双优学生", "Two-good"],
  ["普通学生", "Ordinary"],
  ["单科之星", "One-subject"],
  ["是", "Yes"],
  ["否", "No"],
]);

/** The name of a subject, class, target or student in the language of the page. */
export function localName(name: string): string {
  return language() === "en" ? englishName(name) : name;
}

/** The English form of a preset's name. */
export function englishName(name: string): string {
  return ENGLISH.get(name) ?? name.replace(/^学生 (\d+)$/, "Student $1");
}
