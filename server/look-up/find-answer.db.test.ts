import { expect, test } from "vitest";
import { makeArea } from "@/db/factories";
import { entryAt, outcodeRange } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { testDb } from "@/db/testing";
import { findAnswer } from "./find-answer";

const db = testDb();
const CARLISLE = "E14001152";

async function makeSeats(): Promise<void> {
  await makeArea(db, { kind: "constituency", code: CARLISLE, slug: "carlisle" });
  await makeArea(db, { kind: "constituency", code: "E14001424", slug: "penrith-and-solway" });
}

/** The first postcode of Carlisle from which another constituency is near, out of the shipped table. */
function onTheEdge(): string {
  const [from, to] = outcodeRange(postcodeTable(), "CA2") ?? [0, 0];
  for (let at = from; at < to; at++) {
    const { postcode, constituency, near } = entryAt(postcodeTable(), "CA2", at);
    if (constituency === CARLISLE && near === "E14001424") return postcode;
  }
  throw new Error("no postcode of CA2 is near a boundary");
}

test("a postcode well inside a constituency leads to its page", async () => {
  await makeSeats();
  expect(await findAnswer("CA2 7HY", db)).toEqual({ kind: "area", path: "/areas/constituency/carlisle" });
});

test("near a boundary both are named, its own first, and nothing of the postcode", async () => {
  await makeSeats();
  const postcode = onTheEdge();
  const expected = { kind: "choose", slugs: ["carlisle", "penrith-and-solway"] };
  expect(await findAnswer(postcode, db)).toEqual(expected);
  expect(await findAnswer(`12 High Street, ${postcode}`, db)).toEqual(expected);
});

test("where the other one is not known, its own page is the answer", async () => {
  await makeArea(db, { kind: "constituency", code: CARLISLE, slug: "carlisle" });
  expect(await findAnswer(onTheEdge(), db)).toMatchObject({ kind: "area" });
});
