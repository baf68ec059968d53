import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { dropDraft, findDraft } from "@/server/reports/moves/drop-draft";

const db = testDb();
const person = async (): Promise<CampaignerActor> => {
  const { id } = await makeCampaigner(db);
  return { kind: "campaigner", id, role: "campaigner" };
};
const draftOf = (authorId: string) =>
  makeReport(db, { authorId, state: "draft", revision: 0, submittedAt: null, draft: { town: "Carlisle" } });

it("a draft of one’s own goes along with the report about an entry, and is gone once that is sent", async () => {
  const author = await person();
  const { id } = await draftOf(author.id);
  expect(await findDraft(db, author, id)).toEqual({ town: "Carlisle" });
  await dropDraft(db, author, { draftId: id, reportId: (await makeReport(db, { authorId: author.id })).id });
  expect(await findReport(db, id)).toBeUndefined();
});

it("nobody else’s is read or thrown away, nor what was sent", async () => {
  const author = await person();
  const { id } = await draftOf((await person()).id);
  const sent = await makeReport(db, { authorId: author.id });
  for (const other of [id, sent.id]) {
    expect(await findDraft(db, author, other)).toBeUndefined();
    await dropDraft(db, author, { draftId: other, reportId: sent.id });
    expect(await findReport(db, other)).toBeDefined();
  }
  await dropDraft(db, author, { draftId: "no id", reportId: sent.id });
});
