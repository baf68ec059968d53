import type { Db } from "@/db/client";
import { findPublicPlace, findPublicPlaceBySlug } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { formatPostcode, isWholePostcode } from "@/domain/reports/postcode-text";
import { isUuid } from "@/domain/uuid";

/** How a page of a report asks for a place, whatever the report is: one box for its name or its postcode, and what we have to choose from. */

/** The address of a place that was chosen is not that of another which is looked for. */
export const NO_ADDRESS = { addressLines: "", town: "", postcode: "" };

/**
 * The fields of a place that was chosen: from the list by its id, from what is suggested by the name in its address.
 * @throws InvalidInputError on `find` where it may not be named any more
 */
export async function fieldsOfPicked(db: Db, picked: string): Promise<ReportFormValues> {
  const place = await (isUuid(picked) ? findPublicPlace : findPublicPlaceBySlug)(db, picked);
  if (!place) throw new InvalidInputError({ find: "place-gone" });
  const { id: placeId, name: placeName, town, postcode } = place;
  return { placeId, placeName, addressLines: "", town, postcode };
}

/** What was typed into the box, as the field that it is. */
export function fieldsOfTyped(typed: unknown): ReportFormValues {
  const said = typeof typed === "string" ? typed.trim() : "";
  return isWholePostcode(said)
    ? { placeName: "", postcode: formatPostcode(said) }
    : { placeName: said, postcode: "" };
}

/** Whatever is wrong with what was looked for stands beside the box. @param wrong what is wrong with its postcode */
export function problemsOfLookedFor(
  { placeName = "", postcode = "" }: ReportFormValues,
  wrong: FieldProblem | null | undefined,
): Record<string, FieldProblem> {
  const short =
    postcode === "" && placeName.length < 2 ? (placeName === "" ? "find-what" : "too-short") : null;
  const problem = wrong ?? short;
  return problem ? { find: problem } : {};
}
