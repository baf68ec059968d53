import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

declare global {
  interface Window {
    axe?: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };
  }
}

export const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The small form: getting the checker into a page takes longer than running it on most of ours. */
const CHECKER = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/**
 * What the checker finds wrong with a page as it stands, a line for each rule with the elements that break it. It is put into a page once,
 * and what passes is not described: two fifths of the time that its own Playwright package takes.
 * @throws when the page has frames, which are not looked into
 */
export async function accessibilityFaults(
  page: Page,
  { tags = STANDARDS, without = [] }: { tags?: string[]; without?: string[] } = {},
): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, which nobody looks into`);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(CHECKER);
  const options: RunOptions = {
    runOnly: tags,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
    preload: false, // fetches every style sheet again, for a rule on trial that is not asked for and for sounds: we have none
  };
  return page.evaluate(async (given) => {
    const results = await window.axe?.run(document, given);
    if (!results) throw new Error("the checker is not in the page");
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  }, options);
}
