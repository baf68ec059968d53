import { join } from "node:path";
import { liveProcesses } from "../db/embedded-process";
import { type Site, startSite } from "./site";
import { expect, test } from "./test";

/**
 * Runs by itself, after all others (playwright.config.ts): what is measured is the site's deadline, not two browsers.
 * A site of its own: its PostgreSQL (postmaster and every backend) is stopped with SIGSTOP under the running server.
 */
test.describe("a database that is frozen under a running server", () => {
  test.skip(process.platform !== "linux", "the processes of the database are found in /proc");
  let site: Site;
  const tell = (signal: NodeJS.Signals) => {
    const processes = liveProcesses(join(site.dataDir, "postgres"));
    expect(processes.length, "processes of the database").toBeGreaterThan(1);
    for (const pid of processes) process.kill(pid, signal);
  };

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await startSite("frozen", 3260, { LOAD_REGISTERS: "no" });
  });
  test.afterAll(async () => {
    tell("SIGCONT");
    await site.close();
  });

  test("every address answers within 3 seconds, and all is well again without a restart", async ({
    request,
  }) => {
    const timed = async (path: string) => {
      const started = Date.now();
      const response = await request.get(`${site.origin}${path}`, { headers: { accept: "text/html" } });
      return { status: response.status(), text: await response.text(), milliseconds: Date.now() - started };
    };
    expect((await timed("/about/how-we-count")).status).toBe(200);
    expect((await timed("/")).status).toBe(200);
    expect((await timed("/api/health")).status).toBe(200);

    tell("SIGSTOP");
    const kept = await timed("/");
    expect(kept).toMatchObject({ status: 200 });
    expect(kept.milliseconds).toBeLessThan(1_000);
    for (const path of ["/areas", "/search?q=carlisle", "/api/health"]) {
      const answer = await timed(path);
      expect(answer, path).toMatchObject({ status: 503 });
      expect(answer.milliseconds, path).toBeLessThan(3_000);
    }
    const page = await timed("/areas/constituency/carlisle");
    expect(page.text).toContain("Try again in a minute");
    expect(page.milliseconds).toBeLessThan(3_000);

    tell("SIGCONT");
    await expect.poll(async () => (await timed("/api/health")).status, { timeout: 10_000 }).toBe(200);
    await expect.poll(async () => (await timed("/areas")).status, { timeout: 10_000 }).toBe(200);
  });
});
