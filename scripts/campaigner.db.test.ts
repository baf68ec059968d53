import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { freshDatabase } from "@/db/testing";

/** Runs the command as a person would, against a database of the test's own. */
function run(url: string, args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: url, SITE_URL: "" };
    execFile(
      "node",
      ["node_modules/tsx/dist/cli.mjs", "scripts/campaigner.ts", ...args],
      { env },
      (error, out, err) => done({ code: error ? 1 : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

it("makes the first admin, lists, and refuses in a sentence", { timeout: 60_000 }, async () => {
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
    expect((await run(url, ["grant", "moderator", "nobody"])).err).toBe("That is not an e-mail address.");
    expect(await run(url, ["grant", "king", "someone@example.org"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("Usage:"),
    });
  } finally {
    await close();
  }
});
