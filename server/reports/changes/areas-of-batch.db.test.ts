import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { replaceModeratorAreas } from "@/db/queries/moderator-areas";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { Correction } from "@/domain/reports/change-proposals";
import {
  beginChanges,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
} from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";

const db = testDb();
let begun: Awaited<ReturnType<typeof beginChanges>>;
/** The service of the limited moderator's area, and one of another area. */
let near: string;
let far: string;
let limited: CampaignerActor;
beforeEach(async () => {
  begun = await beginChanges(db);
  [near, far] = [begun.world.ids.service, begun.other.service];
  const { north, south } = await makeBoards(db);
  await save(near, "serves-area", north);
  await save(far, "serves-area", south);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  limited = { kind: "campaigner", id, role: "moderator" };
  await replaceModeratorAreas(db, id, [north]);
});

function save(
  recordId: string,
  field: Correction["field"],
  proposed: Correction["proposed"],
  lineId?: string,
) {
  return begun.save(correctionOf("service", recordId, field, proposed, lineId));
}
async function takeBack({ batchId }: { batchId: string }) {
  const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
  return undoChange(db, limited, { batchId, version, reason: "It was of another clinic." });
}

const OUTSIDE = { reason: "outside-areas" };
type Made = { batchId: string };
const CHANGES: Record<string, () => Promise<{ made: Made; alone: boolean }>> = {
  "a contract of one service alone": async () => ({
    made: await save(near, "contract", CONTRACT),
    alone: true,
  }),
  "a contract that another service was given since": async () => {
    const made = await save(near, "contract", CONTRACT);
    await save(far, "contract", CONTRACT);
    return { made, alone: false };
  },
  "what was added to a contract of another service": async () => {
    await save(far, "contract", CONTRACT);
    return { made: await save(near, "contract", { ...CONTRACT, valuePounds: "5" }), alone: false };
  },
  "an end of a contract of both": async () => {
    await save(far, "contract", CONTRACT);
    await save(near, "contract", CONTRACT);
    return {
      made: await save(near, "contract-ends-on", "2030", await lineOf(db, near, "contract")),
      alone: false,
    };
  },
  "a payer of one service alone": async () => ({
    made: await save(near, "commissioner", "Northern payers"),
    alone: true,
  }),
  "a payer that another service was given since": async () => {
    const made = await save(near, "commissioner", "Northern payers");
    await save(far, "commissioner", "Northern payers");
    return { made, alone: false };
  },
  "a payer’s name, which stands beside every service": async () => {
    await save(near, "commissioner", "Northern payers");
    const made = await save(near, "commissioner-name", "The payers", await lineOf(db, near, "commissioner"));
    return { made, alone: false };
  },
  "that a payer is that of one service": async () => {
    await save(far, "commissioner", "Northern payers");
    return { made: await save(near, "commissioner", "Northern payers"), alone: true };
  },
};

describe("a moderator of one area takes back a line only where nothing of another area changes with it", () => {
  test.each(Object.entries(CHANGES))("%s", async (_, change) => {
    const { made, alone } = await change();
    if (alone) await expect(takeBack(made)).resolves.toBeDefined();
    else await expect(takeBack(made)).rejects.toMatchObject(OUTSIDE);
  });

  test("one that is off the site, and may come back, counts among them", async () => {
    const made = await save(near, "contract", CONTRACT);
    await save(far, "contract", CONTRACT);
    await db.update(services).set({ visibility: "withheld" }).where(eq(services.id, far));
    await expect(takeBack(made)).rejects.toMatchObject(OUTSIDE);
  });
});
