/** The lessons of the site and their panel, as tests use them. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { Said } from "../../web/learn/lessons/lesson";
import type { Playground } from "./playground";
import { en } from "./words";

/** A lesson of the site, of which tests know the file's name but not the words. */
export function lessonOf(file: string): { title: Said; steps: { goal: { text: Said }; explain: Said }[] } {
  return JSON.parse(readFileSync(new URL(`../../public/lessons/${file}.json`, import.meta.url), "utf8"));
}
export const titleOf = (file: string, language: keyof Said = "en"): string => lessonOf(file).title[language];
export const goalOf = (file: string): string => lessonOf(file).steps[0]?.goal.text.en ?? "";
export const WEIGHTS = titleOf("01-weights");

export const panel = (page: Page) => page.getByRole("region", { name: en.lessons, exact: true });
export const reached = (page: Page) => panel(page).getByText(en.course.reached, { exact: true });

export async function openList(playground: Playground): Promise<void> {
  await playground.open();
  await playground.page.getByRole("button", { name: en.lessons, exact: true }).click();
  await expect(panel(playground.page).getByRole("listitem").first()).toBeVisible();
}

export async function enter(page: Page, title: string): Promise<void> {
  await panel(page).getByRole("button", { name: title }).click();
  await expect(panel(page).getByRole("heading", { name: title })).toBeVisible();
}
