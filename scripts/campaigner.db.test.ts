import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { freshDatabase } from "@/db/testing";

/** Runs the command as a person would, against a database of the test's own. */
function run(url: string, args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const site = {
      DATABASE_URL: url,
      DATABASE_OWNER_URL: url,
      SITE_URL: "",
      NEXTAUTH_SECRET: "of the test ".repeat(4),
    };
    const env = { ...process.env, ...site };
    execFile(
      "node",
      ["node_modules/tsx/dist/cli.mjs", "scripts/campaigner.ts", ...args],
      { env },
      (error, out, err) => done({ code: error ? 1 : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

it("makes the first admin, lists, and refuses in a sentence", { timeout: 240_000 }, async () => {
  const { url, close } = await freshDatabase();
  try {
    expect(await run(url, ["list"])).toMatchObject({ code: 0, out: "Nobody yet." });
    const granted = await run(url, ["grant", "admin", "Someone@example.org"]);
    expect(granted.out).toBe(
      "someone@example.org is now: admin. They have not signed in yet; it counts when they do.",
    );
    expect((await run(url, ["list"])).out).toMatch(/^admin +someone@example\.org +\(not signed in yet\)$/);
    expect(await run(url, ["revoke", "someone@example.org"])).toEqual({
      code: 1,
      out: "",
      err: "This is the last admin. Make somebody else an admin first.",
    });
    const suspend = ["suspend", "volunteer@example.org", "Sends", "made-up services"];
    expect((await run(url, suspend)).err).toBe("Nobody has this address.");
    await run(url, ["grant", "campaigner", "volunteer@example.org"]);
    expect((await run(url, suspend)).out).toBe(
      "volunteer@example.org is suspended. Ended: 0 sessions. Out of the queue: 0 reports, 0 imports.",
    );
    expect((await run(url, ["list"])).out).toContain("(suspended)");
    expect((await run(url, ["restore", "volunteer@example.org"])).out).toContain("can sign in again");
    expect((await run(url, ["end-sessions", "volunteer@example.org"])).out).toContain("Ended: 0 sessions.");
    expect((await run(url, ["suspend", "volunteer@example.org"])).err).toContain("Say why");
    const held = await run(url, ["export", "volunteer@example.org"]);
    expect(JSON.parse(held.out)).toMatchObject({ account: { email: "volunteer@example.org" } });
    expect((await run(url, ["erase", "volunteer@example.org"])).out).toContain("Usage:");
    const erase = ["erase", "volunteer@example.org", "volunteer@example.org"];
    expect((await run(url, erase)).out).toBe("Erased, with 0 reports. Facts that were published stay.");
    expect((await run(url, erase)).err).toBe("Nobody has this address.");
    expect((await run(url, ["list"])).out).not.toContain("volunteer");
    expect((await run(url, ["grant", "moderator", "nobody"])).err).toBe("That is not an e-mail address.");
    expect(await run(url, ["grant", "king", "someone@example.org"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("Usage:"),
    });
  } finally {
    await close();
  }
});
