import { expect, it, vi } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import { startHoldTimer } from "@/server/reports/moves/hold-timer";

const db = testDb();

it("a hold that has run out is given back though nobody looks", async () => {
  const { id: heldBy } = await makeCampaigner(db, { role: "moderator" });
  const report = await makeReport(db, {
    state: "in-review",
    heldBy,
    holdExpiresAt: new Date(Date.now() - 1),
  });
  const stop = startHoldTimer(() => db, 10);
  await vi.waitFor(
    async () => expect(await findReport(db, report.id)).toMatchObject({ state: "submitted", heldBy: null }),
    { timeout: 20_000, interval: 50 },
  );
  await stop();
});
