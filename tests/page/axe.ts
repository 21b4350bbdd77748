/** What axe finds wrong with the page or a part of it. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

interface Asked {
  /** Selectors of the parts that are looked at; none = the whole page. */
  readonly parts?: readonly string[];
  /** The dark theme changes colours alone: there only axe's contrast rule is asked. */
  readonly theme?: Theme;
}

export async function expectAccessible(page: Page, { parts = [], theme = "light" }: Asked = {}): Promise<void> {
  // Axe's other mode joins the findings of frames on a page of its own, for which each node is sent out and in again; here are
  // no frames. Of rules that pass one node does.
  let axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  for (const part of parts) axe = axe.include(part);
  if (theme === "dark") axe = axe.withRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(found).toEqual([]);
}
