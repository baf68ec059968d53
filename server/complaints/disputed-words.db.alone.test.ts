import { beforeEach, describe, expect, it, vi } from "vitest";
import { listDisputes } from "@/db/queries/complaints";
import { insertSource } from "@/db/queries/sources";
import { complaints } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor, VISITOR } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { markDisputed } from "@/server/complaints/mark-disputed";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { saveRecords } from "@/server/records/save-records";
import { makeWorld, type World } from "@/server/records/testing-world";

vi.mock("@/server/senders/check-work", () => ({ isWorkDone: async () => true }));

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const dispute = (type: "service" | "place" | "provider", says: string, complaintId?: string) =>
  markDisputed(db, moderator, { type, ref: world.refs[type], field: "name", says, complaintId });

/** The provider of the world has care of its own that is shown by area only. */
async function hideCare(): Promise<void> {
  const sourceId = await insertSource(db, {
    kind: "news",
    title: "An article",
    publisher: "A paper",
    url: null,
    publishedOn: "2024",
  });
  const fact = (field: ClaimField, value: unknown) => ({
    field,
    value,
    sourceId,
    says: "Names Okapi Ltd.",
    confirmedOn: "2024-01-01",
  });
  const recordId = crypto.randomUUID();
  const claims = [
    ...[fact("name", "Care"), fact("category", "abortion"), fact("status", "operating")],
    fact("provider", { providerId: world.ids.provider }),
  ];
  const create = { slug: "care", visibility: "area-only" as const };
  await saveRecords(db, systemActor("test"), [{ recordType: "service", recordId, create, claims }], {
    reason: "A test.",
    action: "record.published",
    subject: { type: "service", id: recordId },
  });
}

describe("the words of a dispute", () => {
  it.each([
    ["provider", "Its abortion clinic at 3 Grove Road, Bristol BS1 5TR has closed.", "3 Grove Road"],
    ["provider", "The women’s refuge near BS1 is not theirs.", "BS1"],
    ["place", "The abortion clinic that was here has closed.", "abortion"],
    ["service", "It is a sexual assault referral centre, they say.", "sexual assault"],
  ] as const)("beside a %s may not tell where such care is: %s", async (type, says, words) => {
    await expect(dispute(type, says)).rejects.toMatchObject({
      fields: { says: { code: "dispute-reveals", detail: expect.stringContaining(words) } },
    });
    expect(await listDisputes(db, type, world.ids[type])).toEqual([]);
  });

  it("beside who gives such care may tell no address, though they do not speak of it", async () => {
    await dispute("provider", "Its clinic at 3 Grove Road has closed.");
    await hideCare();
    await expect(dispute("provider", "Its clinic at 3 Grove Road has closed.")).rejects.toMatchObject({
      fields: { says: { detail: expect.stringContaining("3 Grove Road") } },
    });
    await dispute("provider", "Okapi Ltd says that it gives no such care.");
  });

  it("are a reader’s only where a complaint about that entry is behind them", async () => {
    const complaint = await complain("okapi-ltd");
    await dispute("provider", "They say that it is another company.");
    await dispute("place", "They say that it is another house.", complaint);
    await dispute("provider", "They say that it was sold in May.", complaint);
    const told = async (type: "place" | "provider") =>
      (await listDisputes(db, type, world.ids[type])).map(({ isFromReader }) => isFromReader);
    expect(await told("provider")).toEqual([true, false]);
    expect(await told("place")).toEqual([false]);
  });
});

async function complain(slug: string): Promise<string | undefined> {
  await sendComplaint(db, {
    recordType: "provider",
    slug,
    kind: "legal",
    website: "",
    work: "",
    link: "",
    actor: VISITOR,
    locale: "en",
    from: "192.0.2.1",
    why: "It does not run this service any more.",
    email: "lawyer@example.org",
  });
  return (await db.select().from(complaints)).at(0)?.id;
}
