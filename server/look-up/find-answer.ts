import { type Db, getDb } from "@/db/client";
import { findAreasByCode } from "@/db/queries/areas";
import type { LookUpAnswer, LookUpProblem } from "@/domain/look-up/problem";
import { isNoOutcode, readTyped } from "@/domain/look-up/read-typed";
import type { PostcodeAnswer } from "@/domain/postcodes/answer";
import { findPostcode } from "@/server/look-up/find-postcode";

/**
 * Where a look-up leads: a postcode to its constituency's page or, near a boundary, to a choice of both, a name to the
 * search, anything else to a sentence. It is what findInShards does in the browser, for those without scripts. Nothing
 * typed is kept or logged; of a postcode only the outward code ever leaves this function.
 * @throws DatabaseUnavailableError
 */
export async function findAnswer(typed: string, db?: Db): Promise<LookUpAnswer> {
  const read = readTyped(typed);
  switch (read.kind) {
    case "name":
      return { kind: "search", query: typed.trim() };
    case "problem":
      return problem(read.problem);
    case "unit":
      return ofPostcode(findPostcode(`${read.outcode} ${read.inward}`), db);
    case "part": {
      const answers = read.outcodes.map((outcode) => findPostcode(outcode));
      const partial = answers.find(({ status }) => status === "partial");
      if (!partial && read.outcodes.every(isNoOutcode)) return { kind: "search", query: typed.trim() };
      return ofPostcode(partial ?? answers[0], db);
    }
  }
}

async function ofPostcode(answer: PostcodeAnswer | undefined, db?: Db): Promise<LookUpAnswer> {
  switch (answer?.status) {
    case "found": {
      const codes = [answer.constituency, answer.near?.constituency].filter((code) => code !== undefined);
      const seats = await findAreasByCode(db ?? getDb(), "constituency", codes);
      const seat = seats.find(({ code }) => code === answer.constituency);
      if (!seat) return problem("no-position", answer.postcode);
      const other = seats.find(({ code }) => code === answer.near?.constituency);
      if (other) return { kind: "choose", slugs: [seat.slug, other.slug] };
      return { kind: "area", path: `/areas/constituency/${seat.slug}` };
    }
    case "partial":
      return problem("partial", answer.text);
    case "no-position":
      return problem("no-position", answer.postcode);
    case "ended":
      return problem("ended", answer.postcode);
    case "unknown":
      return problem("unknown", answer.postcode);
    default:
      return problem("unknown");
  }
}

/** @param postcode of which only the part before the space is passed on. */
function problem(kind: LookUpProblem, postcode = ""): LookUpAnswer {
  const near = /^[A-Z]{1,2}\d[A-Z\d]?(?= |$)/.exec(postcode)?.[0] ?? null;
  return { kind: "problem", problem: kind, near };
}
