import fc from "fast-check";
import { expect, test } from "vitest";
import { entryAt } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { findInShards } from "@/domain/look-up/find-in-shards";
import { choicePath, type LookUpAnswer } from "@/domain/look-up/problem";
import { loadReference } from "@/server/areas/load-reference";
import { findAnswer } from "./find-answer";
import { shardFile, shardIndexFile } from "./shard-files";

const db = testDb();

/** The files as the front server would send them. */
async function load(path: string): Promise<unknown> {
  const outcode = /\/([A-Z\d]+)\.json$/.exec(path)?.[1];
  const file = outcode === undefined ? shardIndexFile("identity") : shardFile(outcode, "identity");
  if (file === null) throw new Error(`no ${path}`);
  return JSON.parse(file.bytes.toString("utf8"));
}

/** What the reader comes to: an address or a problem. */
function outcome(answer: LookUpAnswer): string {
  if (answer.kind === "area") return answer.path;
  if (answer.kind === "choose") return choicePath(answer.slugs);
  if (answer.kind === "search") return "name";
  return answer.problem === "partial" ? `/look-up?problem=partial&near=${answer.near}` : answer.problem;
}

async function inBrowser(typed: string): Promise<string> {
  const answer = await findInShards(typed, load);
  if (answer.kind === "path") return answer.path;
  return answer.kind === "problem" ? answer.problem : answer.kind;
}

test("with and without scripts people come to the same place", async () => {
  await loadReference(db, systemActor("test"));
  const table = postcodeTable();
  const postcode = fc.integer({ min: 0, max: table.inward.length - 1 }).map((at) => {
    const outcode = table.outcodes.findLast((_, i) => (table.starts[i] ?? 0) <= at) ?? "";
    return entryAt(table, outcode, at).postcode;
  });
  const typed = fc.oneof(
    { arbitrary: postcode, weight: 5 },
    postcode.map((text) => `${text.toLowerCase()}, Carlisle`),
    postcode.map((text) => text.slice(0, -2)),
    postcode.map((text) => text.split(" ")[0] ?? ""),
    fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}$/),
    fc.constantFrom(
      "CA27",
      "M101",
      "CA2 7HC",
      "SW1A OAA",
      "JE2 3AB",
      "BFPO 57",
      "BT38 8GF",
      "Carlisle",
      "?",
      "",
    ),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect(await inBrowser(text)).toBe(outcome(await findAnswer(text, db)));
    }),
    { numRuns: 300 },
  );
});
