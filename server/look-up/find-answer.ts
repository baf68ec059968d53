import { type Db, getDb } from "@/db/client";
import { findAreasByCode } from "@/db/queries/areas";
import type { LookUpAnswer, LookUpProblem } from "@/domain/look-up/problem";
import type { PostcodeAnswer } from "@/domain/postcodes/answer";
import { MAX_QUERY, searchWords } from "@/domain/search/normalise";
import { findPostcode } from "@/server/look-up/find-postcode";

/** A whole postcode inside other words, such as "CA2 7HY, Carlisle": it must not end up in a search address. */
const POSTCODE_WITHIN = /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![a-z\d])/i;

/**
 * Where a look-up leads: a postcode to its constituency's page or, near a boundary, to a choice of both, a name to the search, anything else to a sentence.
 * Nothing typed is kept or logged; of a postcode only the outward code ever leaves this function.
 * @throws DatabaseUnavailableError
 */
export async function findAnswer(typed: string, db?: Db): Promise<LookUpAnswer> {
  if (typed.length > MAX_QUERY) return problem("too-long");
  const asPostcode = findPostcode(typed);
  const within = POSTCODE_WITHIN.exec(typed)?.[0];
  if (isNoPostcode(asPostcode) && within !== undefined) return ofPostcode(findPostcode(within), typed, db);
  return ofPostcode(asPostcode, typed, db);
}

function isNoPostcode(answer: PostcodeAnswer): boolean {
  return answer.status === "not-a-postcode" && answer.reason === "not-the-shape";
}

async function ofPostcode(answer: PostcodeAnswer, typed: string, db?: Db): Promise<LookUpAnswer> {
  switch (answer.status) {
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
    case "unknown":
    case "no-position":
      return problem(answer.status, answer.postcode);
    case "crown-dependency":
    case "bfpo":
    case "non-geographic":
      return problem(answer.status);
    case "not-a-postcode":
      return ofName(answer.reason, typed);
  }
}

type Reason = Extract<PostcodeAnswer, { status: "not-a-postcode" }>["reason"];

function ofName(reason: Reason, typed: string): LookUpAnswer {
  if (reason === "empty" || reason === "overseas-territory" || reason === "letter-for-digit")
    return problem(reason);
  if (reason === "unknown-area") return problem("unknown");
  return searchWords(typed).length > 0 ? { kind: "search", query: typed.trim() } : problem("junk");
}

/** @param postcode of which only the part before the space is passed on. */
function problem(kind: LookUpProblem, postcode = ""): LookUpAnswer {
  const near = /^[A-Z]{1,2}\d[A-Z\d]?(?= |$)/.exec(postcode)?.[0] ?? null;
  return { kind: "problem", problem: kind, near };
}
