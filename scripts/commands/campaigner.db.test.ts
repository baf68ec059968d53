import { expect, it } from "vitest";
import { freshDatabase } from "@/db/testing";
import { campaignerCommand } from "./campaigner";
import { runAsPerson, runHere } from "./testing-command";

it("makes the first admin, lists, and refuses in a sentence", async () => {
  const { db, url, close } = await freshDatabase();
  const run = (...args: string[]) => runHere(campaignerCommand, db, args);
  try {
    expect(await runAsPerson("campaigner", url, ["list"])).toMatchObject({
      code: 0,
      out: "No accounts yet.",
    });
    const granted = await run("grant", "admin", "Someone@example.org");
    expect(granted.out).toBe(
      "someone@example.org is now: admin. They have not signed in yet; it counts when they do.",
    );
    expect((await run("list")).out).toMatch(/^admin +someone@example\.org +\(not signed in yet\)$/);
    expect(await run("revoke", "someone@example.org")).toEqual({
      code: 1,
      out: "",
      err: "This is the last admin. Make another person an admin first.",
    });
    const suspend = ["suspend", "volunteer@example.org", "Sends", "made-up services"];
    expect((await run(...suspend)).err).toBe("No account has this address.");
    await run("grant", "campaigner", "volunteer@example.org");
    expect((await run(...suspend)).out).toBe(
      "volunteer@example.org is suspended. Ended: 0 sessions. Out of the queue: 0 reports, 0 imports.",
    );
    expect((await run("list")).out).toContain("(suspended)");
    expect((await run("restore", "volunteer@example.org")).out).toContain("can sign in again");
    expect((await run("end-sessions", "volunteer@example.org")).out).toContain("Ended: 0 sessions.");
    expect((await run("suspend", "volunteer@example.org")).err).toContain("Say why");
    const held = await run("export", "volunteer@example.org");
    expect(JSON.parse(held.out)).toMatchObject({ account: { email: "volunteer@example.org" } });
    expect((await run("erase", "volunteer@example.org")).out).toContain("Usage:");
    const erase = ["erase", "volunteer@example.org", "volunteer@example.org"];
    expect((await run(...erase)).out).toBe("Erased, with 0 reports. Facts that were published stay.");
    expect((await run(...erase)).err).toBe("No account has this address.");
    expect((await run("list")).out).not.toContain("volunteer");
    expect((await run("grant", "moderator", "nobody")).err).toBe("That is not an e-mail address.");
    expect(await run("grant", "king", "someone@example.org")).toMatchObject({
      code: 1,
      out: expect.stringContaining("Usage:"),
    });
  } finally {
    await close();
  }
});
