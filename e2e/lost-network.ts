import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./test";

export const unreachable = "We could not reach the site. What you typed is still here.";

/** What the form on a page says went wrong. */
export const told = (page: Page) => page.getByRole("main").getByRole("alert");

/** Presses a button while nothing gets through, in two ways, then tries again with the network back. */
export async function failsThenGoes(
  context: BrowserContext,
  page: Page,
  button: string,
  still: () => Promise<void>,
) {
  await context.setOffline(true);
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(told(page)).toContainText(unreachable);
  await still();
  await context.setOffline(false);
  const refused: string[] = [];
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.abort("connectionrefused");
    refused.push(route.request().url());
  });
  await page.getByRole("button", { name: "Try again" }).click();
  // The words of the failure before stand there still: only what was refused says that this one came to an end too.
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await expect(page.getByRole("button", { name: "Try again" })).toBeEnabled();
  await expect(told(page)).toContainText(unreachable);
  await still();
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Try again" }).click();
}

/** Presses a button; what it sends arrives and is stored, and the answer does not come back. */
export async function losesTheAnswer(page: Page, address: string, button: string) {
  const lost: number[] = [];
  await page.route(address, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    lost.push(answer.status());
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: button, exact: true }).click();
  // The form is sent by a script: the answer says where to go. It may stand there already that the site was not reached.
  await expect.poll(() => lost).toEqual([200]);
  await expect(page.getByRole("button", { name: "Try again" })).toBeEnabled();
  await expect(told(page)).toContainText(unreachable);
  await page.unroute(address);
}
