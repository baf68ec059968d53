import { expect, it } from "vitest";
import { openDb } from "@/db/client";
import { freshDatabase } from "@/db/testing";
import { makeWorld } from "@/server/records/testing-world";
import { recordCommand } from "./record";
import { runAsPerson, runHere } from "./testing-command";

it("takes a record off the site, lists it, brings it back, and refuses in a sentence", {
  timeout: 120_000,
}, async () => {
  const { url, close } = await freshDatabase();
  const open = openDb({ url, size: 1, deadlineMs: 60_000 });
  try {
    const run = (...args: string[]) => runHere(recordCommand, open.db, args);
    await makeWorld(open.db);
    const reason = ["--reason", "A court has said so"];
    expect((await runAsPerson("record", url, ["withhold", "provider", "okapi-ltd", ...reason])).out).toBe(
      "Off the site: Okapi Ltd.",
    );
    expect((await run("list")).out).toMatch(/provider {2}\S+ {2}Okapi Ltd {2}\(A court has said so\)$/);
    expect((await run("withhold", "provider", "okapi-ltd", ...reason)).err).toBe(
      "It is off the site already.",
    );
    expect((await run("restore", "provider", "okapi-ltd", ...reason)).out).toBe(
      "On the site again: Okapi Ltd.",
    );
    expect((await run("withhold", "source", "https://gnu.example/story", ...reason)).out).toBe(
      "Off the site: The gnu story. 3 entries with it.",
    );
    expect((await run("withhold", "provider", "nobody", ...reason)).err).toBe("There is no such entry.");
    expect((await run("withhold", "provider", "yak-care", "--reason", "no")).err).toMatch(/^Say why/);
    expect(await run("withhold", "contract", "x", ...reason)).toMatchObject({ code: 1 });
  } finally {
    await open.close();
    await close();
  }
});
