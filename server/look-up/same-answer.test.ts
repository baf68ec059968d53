import fc from "fast-check";
import { expect, test } from "vitest";
import { entryAt } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { areaPathOf, readFoundUnit } from "@/domain/look-up/found-unit";
import { lookUp, type PostcodeLists } from "@/domain/look-up/look-up";
import { postcodesInShards } from "@/domain/look-up/postcodes-in-shards";
import { type Alternatives, choicePath, constituencyPath, partialPath } from "@/domain/look-up/problem";
import { referenceAreas } from "@/server/reference/reference-areas";
import { postcodeApi } from "./api-postcode";
import { postcodesInTables } from "./postcodes-in-tables";
import { shardFile, shardIndexFile } from "./shard-files";

/** The files as the front server would send them. */
async function load(path: string): Promise<unknown> {
  const outcode = /\/([A-Z\d]+)\.json$/.exec(path)?.[1];
  const file = outcode === undefined ? shardIndexFile("identity") : shardFile(outcode, "identity");
  if (file === null) throw new Error(`no ${path}`);
  return JSON.parse(file.bytes.toString("utf8"));
}

/** What the reader comes to: an address, all that is known of a postcode, or a problem. */
async function outcome(typed: string, lists: PostcodeLists): Promise<string> {
  const answer = await lookUp(typed, lists);
  if (answer.kind === "page") return answer.path;
  if (answer.kind === "unit") {
    const { unit } = answer;
    expect(readFoundUnit(JSON.stringify(unit), unit.outcode)).toEqual(unit);
    const { outcode, lon, lat, constituency, near, council, healthBody } = unit;
    const codes = [constituency, near, council, healthBody].map((area) => area?.code);
    return [outcode, lon, lat, ...codes, areaPathOf(unit)].join(" ");
  }
  return answer.kind === "problem" ? withAlternatives(answer.problem, answer) : answer.kind;
}

const inBrowser = (typed: string) => outcome(typed, postcodesInShards(load));
const onServer = (typed: string) => outcome(typed, postcodesInTables());

/** The same live postcodes are offered wherever somebody asks. */
function withAlternatives(problem: string, { nearest = [] }: Alternatives): string {
  return [problem, ...nearest].join(", ");
}

test("with and without scripts people come to the same place", async () => {
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
      "CA99",
      "W1",
      "WC2",
      "EC12",
      "CA2 9",
      "G4S",
      "M101",
      "CA2 7HC",
      "SW1A OAA",
      "JE2 3AB",
      "BFPO 57",
      "BX1 1LT",
      "BT38 8GF",
      "Carlisle",
      "?",
      "",
    ),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect(await inBrowser(text)).toBe(await onServer(text));
    }),
    { numRuns: 300 },
  );
});

/** What the API says, in the words of the look-up. */
function inApi(text: string): string {
  const { status, body } = postcodeApi(referenceAreas(), "https://map.example")(text);
  const answer = JSON.parse(body);
  if (status === 400) return answer.reason === "letter-for-digit" ? answer.reason : "unknown";
  if (status === 404) return withAlternatives(answer.reason, answer);
  if (answer.status === "partial") {
    const [outcode, digit = null] = answer.text.split(" ");
    return partialPath(outcode, digit);
  }
  if (answer.status !== "found") return answer.status;
  const { constituency } = answer.areas;
  const other = answer.near?.constituency;
  const by = answer.precision === "small-area" ? "neighbourhood" : "postcode";
  if (other) return choicePath([constituency.slug, other.slug], by);
  return constituencyPath(constituency.slug, answer.precision);
}

/** One of each kind. */
const KINDS = [
  ["bt126ba", "/areas/constituency/belfast-west"],
  ["ZE1 0AA", "/areas/constituency/orkney-and-shetland"],
  ["BT38 8GF", "no-position"],
  ["JE2 3AB", "crown-dependency"],
  ["GY1 1AA", "crown-dependency"],
  ["IM1 1AA", "crown-dependency"],
  ["BFPO 57", "bfpo"],
  ["BX1 1LT", "non-geographic"],
  ["GIR 0AA", "non-geographic"],
  ["CA2", "/look-up?problem=partial&near=CA2"],
  ["CA2 7", "/look-up?problem=partial&near=CA2#sector-7"],
  ["CA27", "/look-up?problem=partial&near=CA27"],
  ["W1", "/look-up?problem=partial&near=W1"],
  ["EC3", "/look-up?problem=partial&near=EC3"],
  ["W1 9", "unknown"],
  ["M601", "/look-up?problem=partial&near=M60#sector-1"],
  ["BT10 0AB", "/areas/constituency/belfast-south-and-mid-down#known-roughly"],
  ["CA2 7ZZ", "unknown, CA2 7XL, CA2 7XN, CA2 7XQ, CA2 7XX, CA2 7XY"],
  ["CA0", "unknown"],
  ["CA99", "unknown"],
  ["CA2 9", "unknown"],
  ["CA99 1AA", "unknown"],
  ["QQ1 1AA", "unknown"],
  ["SW1A OAA", "letter-for-digit"],
] as const;

/** Of a postcode that was found, the address of its areas. */
const lastOf = (said: string) => (said.includes(" /") ? (said.split(" ").at(-1) ?? "") : said);

test("each kind of answer is one in the browser, without scripts and in the API", async () => {
  for (const [typed, expected] of KINDS) {
    const answers = [lastOf(await inBrowser(typed)), lastOf(await onServer(typed)), inApi(typed)];
    expect({ typed, answers }).toEqual({ typed, answers: [expected, expected, expected] });
  }
});
