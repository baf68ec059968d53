import { expect, it } from "vitest";
import { makeProposal } from "@/db/factories";
import { claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { basisOf } from "@/domain/claims/basis";
import { importList } from "@/server/imports/testing";
import { approveAsModerator, change } from "@/server/reports/testing-approval";

const db = testDb();
const QUOTED = "“The contract went to Sight Ltd.”";

/** What is worked out of a source is never shown as its words, whoever brought it. */
async function basisByField() {
  const all = await db.select().from(claims);
  return Object.fromEntries(
    all
      .filter(({ field }) => ["name", "kind", "provider"].includes(field))
      .map(({ recordType, field, says }) => [`${recordType} ${field}`, basisOf(says, field)]),
  );
}
const EXPECTED = {
  "service name": "worked-out",
  "place kind": "worked-out",
  "commissioner kind": "worked-out",
  "service provider": "quoted",
  "place name": "quoted",
  "provider name": "quoted",
  "commissioner name": "quoted",
};

it("the name, kind of place and kind of payer that a report does not give are called worked out", async () => {
  const [source] = makeProposal().sources;
  if (!source) throw new Error("a proposal has a source");
  await approveAsModerator(
    db,
    { placeName: "Somewhere", commissionerName: "The Payer", sources: [{ ...source, says: QUOTED }] },
    [change("commissioner", { createCommissioner: true })],
  );
  expect(await basisByField()).toEqual(EXPECTED);
});

it("and those of a list likewise; a kind of place that the list gives is its own", async () => {
  const header = "Place,Town,Postcode,Kind of care,Provider,Kind of provider,Commissioner,Note,Kind of place";
  await importList(
    db,
    `${header}\nSomewhere,Carlisle,CA1 1QS,eye care,Sight Ltd,company,The Payer,${QUOTED},\n`,
  );
  expect(await basisByField()).toEqual(EXPECTED);
});
