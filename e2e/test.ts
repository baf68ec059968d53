import { type BrowserContext, test as base, expect } from "@playwright/test";

/**
 * The `test` of every browser journey: whatever it is about, a page that breaks its own Content-Security-Policy fails
 * it, in whichever browser context. A test that provokes a violation says `test.use({ expectsCspViolations: true })`.
 */
export const test = base.extend<{ expectsCspViolations: boolean; cspGuard: undefined }>({
  expectsCspViolations: [false, { option: true }],
  cspGuard: [
    async ({ browser, context, expectsCspViolations }, use) => {
      const violations: string[] = [];
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
        const opened = await newContext.call(browser, options);
        watch(opened);
        return opened;
      };
      await use(undefined);
      browser.newContext = newContext;
      if (!expectsCspViolations) expect(violations, "violations of the Content-Security-Policy").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
