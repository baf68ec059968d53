import { type Db, getDb } from "@/db/client";
import { findAreasByCode } from "@/db/queries/areas";
import {
  constituencyPath,
  type LookUpAnswer,
  type LookUpProblem,
  partialPath,
} from "@/domain/look-up/problem";
import { mayBeName, readTyped } from "@/domain/look-up/read-typed";
import type { PostcodeAnswer } from "@/domain/postcodes/answer";
import { findPostcode } from "@/server/look-up/find-postcode";

/**
 * Where a look-up leads: a postcode to its constituency's page or, near a boundary, to a choice of both, a name to the
 * search, anything else to a sentence. It is what findInShards does in the browser, for those without scripts. Nothing
 * typed is kept or logged. `nearest` is the only part of an answer that says more of a postcode than its outward code, and
 * is never put in an address.
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
      const answer = findPostcode(typed);
      if (answer.status !== "partial" && mayBeName(read.meanings))
        return { kind: "search", query: typed.trim() };
      return ofPostcode(answer, db);
    }
  }
}

async function ofPostcode(answer: PostcodeAnswer, db?: Db): Promise<LookUpAnswer> {
  switch (answer.status) {
    case "found": {
      const codes = [answer.constituency, answer.near?.constituency].filter((code) => code !== undefined);
      const seats = await findAreasByCode(db ?? getDb(), "constituency", codes);
      const seat = seats.find(({ code }) => code === answer.constituency);
      if (!seat) return problem("no-position", answer.postcode);
      const other = seats.find(({ code }) => code === answer.near?.constituency);
      const by = answer.precision === "small-area" ? { by: "neighbourhood" as const } : {};
      if (other) return { kind: "choose", slugs: [seat.slug, other.slug], ...by };
      return { kind: "area", path: constituencyPath(seat.slug, answer.precision) };
    }
    case "partial": {
      const [outcode = "", digit = null] = answer.text.split(" ");
      return { kind: "partial", path: partialPath(outcode, digit) };
    }
    case "no-position":
      return problem("no-position", answer.postcode);
    case "ended":
      return { ...problem("ended", answer.postcode), nearest: answer.nearest, ended: answer.ended };
    case "unknown":
      return { ...problem("unknown", answer.postcode), nearest: answer.nearest };
    default:
      return problem("unknown");
  }
}

/** @param postcode of which only the part before the space is passed on. */
function problem(kind: LookUpProblem, postcode = "") {
  const near = /^[A-Z]{1,2}\d[A-Z\d]?(?= |$)/.exec(postcode)?.[0] ?? null;
  return { kind: "problem" as const, problem: kind, near };
}
