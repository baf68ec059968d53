import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { openDb } from "@/db/client";
import { freshDatabase } from "@/db/testing";
import { makeWorld } from "@/server/records/testing-world";

/** Runs the command as a person would, against a database of the test's own. */
function run(url: string, args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: url, SITE_URL: "" };
    execFile(
      "node",
      ["node_modules/tsx/dist/cli.mjs", "scripts/record.ts", ...args],
      { env },
      (error, out, err) => done({ code: error ? 1 : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

it("takes a record off the site, lists it, brings it back, and refuses in a sentence", {
  timeout: 120_000,
}, async () => {
  const { url, close } = await freshDatabase();
  const open = openDb({ url, size: 1, deadlineMs: 60_000 });
  try {
    await makeWorld(open.db);
    const reason = ["--reason", "A court has said so"];
    expect((await run(url, ["withhold", "provider", "okapi-ltd", ...reason])).out).toBe(
      "Off the site: Okapi Ltd.",
    );
    expect((await run(url, ["list"])).out).toMatch(
      /provider {2}\S+ {2}Okapi Ltd {2}\(A court has said so\)$/,
    );
    expect((await run(url, ["withhold", "provider", "okapi-ltd", ...reason])).err).toBe(
      "It is off the site already.",
    );
    expect((await run(url, ["restore", "provider", "okapi-ltd", ...reason])).out).toBe(
      "On the site again: Okapi Ltd.",
    );
    expect((await run(url, ["withhold", "source", "https://gnu.example/story", ...reason])).out).toBe(
      "Off the site: The gnu story. 3 entries with it.",
    );
    expect((await run(url, ["withhold", "provider", "nobody", ...reason])).err).toBe(
      "There is no such entry.",
    );
    expect((await run(url, ["withhold", "provider", "yak-care", "--reason", "no"])).err).toMatch(/^Say why/);
    expect(await run(url, ["withhold", "contract", "x", ...reason])).toMatchObject({ code: 1 });
  } finally {
    await open.close();
    await close();
  }
});
