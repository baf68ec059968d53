import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { passOn } from "@/server/reports/moves/pass-on";
import { moderator, NOW } from "@/server/reports/testing-approval";

const db = testDb();

it("an appeal is not passed to the moderator appealed against, nor to its author, nor to its holder", async () => {
  const [holder, appealed, other] = [await moderator(db), await moderator(db), await moderator(db)];
  const author = await makeCampaigner(db, { role: "moderator" });
  const report = await makeReport(db, {
    state: "in-review",
    authorId: author.id,
    heldBy: holder.id,
    hasBeenAppealed: true,
    appealedFrom: appealed.id,
    holdExpiresAt: new Date(NOW.getTime() + 60_000),
  });
  const seen = { reportId: report.id, version: report.version, note: "Yours: I am away" };
  for (const { id } of [appealed, author, holder]) {
    const attempt = passOn(db, holder, { ...seen, to: moderatorHandle(id) }, NOW);
    await expect(attempt).rejects.toMatchObject({ fields: { to: "moderator-needed" } });
  }
  expect(await findReport(db, report.id)).toMatchObject({ heldBy: holder.id, version: report.version });
  await passOn(db, holder, { ...seen, to: moderatorHandle(other.id) }, NOW);
  expect(await findReport(db, report.id)).toMatchObject({ heldBy: other.id });
});
