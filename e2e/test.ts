import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** What stands on a page, in at most `length` characters: of a journey that failed elsewhere nothing else is left to look at. */
async function standsOn(page: Page, length = 2_000): Promise<string> {
  const read = page.locator("main").ariaSnapshot({ timeout: 2_000 });
  const text = await read.catch((error: unknown) => `cannot be read: ${error}`);
  return `${page.url()}\n${text}`.slice(0, length);
}

/**
 * The `test` of every browser journey: whatever it is about, a page that breaks its own Content-Security-Policy fails
 * it, in whichever browser context. A test that provokes a violation says `test.use({ expectsCspViolations: true })`.
 */
export const test = base.extend<{ expectsCspViolations: boolean; cspGuard: undefined }>({
  expectsCspViolations: [false, { option: true }],
  cspGuard: [
    async ({ browser, context, expectsCspViolations }, use, info) => {
      const violations: string[] = [];
      const opened: BrowserContext[] = [];
      // Chromium reports each violation on the console, those of workers and of blocked inline scripts too.
      const watch = (watched: BrowserContext) =>
        watched.on("console", (message) => {
          const text = message.text();
          if (/content[- ]security[- ]policy/i.test(text))
            violations.push(`${message.page()?.url()}: ${text}`);
        });
      watch(context);
      // Journeys with several people open contexts of their own.
      const newContext = browser.newContext;
      browser.newContext = async (options) => {
        const another = await newContext.call(browser, options);
        watch(another);
        opened.push(another);
        return another;
      };
      await use(undefined);
      browser.newContext = newContext;
      if (info.status !== info.expectedStatus) {
        const pages = [context, ...opened].flatMap((one) => one.pages());
        for (const page of pages) console.log(`\n${info.title}: ${await standsOn(page)}`);
      }
      // The browser lives on: pages left open would go on drawing and asking beside every test that follows.
      await Promise.all(opened.map((one) => one.close()));
      if (!expectsCspViolations) expect(violations, "violations of the Content-Security-Policy").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
