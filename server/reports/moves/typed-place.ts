import type { Db } from "@/db/client";
import { findAreaOfKinds } from "@/db/queries/areas";
import { findPublicPlace, findPublicPlaceBySlug } from "@/db/queries/report-records";
import { SERVED_KINDS } from "@/domain/areas/served-kinds";
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
async function fieldsOfPicked(db: Db, picked: string): Promise<ReportFormValues> {
  const place = await (isUuid(picked) ? findPublicPlace : findPublicPlaceBySlug)(db, picked);
  if (!place) throw new InvalidInputError({ find: "place-gone" });
  const { id: placeId, name: placeName, town, postcode } = place;
  return { placeId, placeName, addressLines: "", town, postcode };
}

/** What was typed into the box, as the field that it is. */
function fieldsOfTyped(typed: unknown): ReportFormValues {
  const said = typeof typed === "string" ? typed.trim() : "";
  return isWholePostcode(said)
    ? { placeName: "", postcode: formatPostcode(said) }
    : { placeName: said, postcode: "" };
}

/**
 * What the buttons of a page that asks where something is say besides its fields: a place that was chosen, a pin, an area that is served.
 * @param picked what was chosen from a list, or null. @throws InvalidInputError on `find` or `areaId` for what may not be chosen
 */
export async function fieldsOfWhere(
  db: Db,
  form: Readonly<Record<string, unknown>>,
  picked: string | null,
): Promise<ReportFormValues> {
  if (picked !== null) return { ...NOWHERE, ...(await fieldsOfPicked(db, picked)) };
  switch (form.intent) {
    case "pinned":
      return { placeId: "", areaId: "", point: String(form.point ?? "").trim() };
    case "serves":
      return servedIn(db, form.areaId);
    // On the way to another page: what stands in the box is not lost.
    case "pin":
    case "area":
      return typeof form.find === "string" && form.find.trim() !== "" ? fieldsOfTyped(form.find) : {};
    case "find":
      return { ...fieldsOfTyped(form.find), placeId: "", point: "", areaId: "" };
    default:
      return { placeId: "", point: "", areaId: "" };
  }
}

/** Nothing said of where it is. */
const NOWHERE = { ...NO_ADDRESS, placeId: "", placeName: "", point: "", areaId: "" };

async function servedIn(db: Db, areaId: unknown): Promise<ReportFormValues> {
  const area = await findAreaOfKinds(db, typeof areaId === "string" ? areaId : "", SERVED_KINDS);
  if (!area) throw new InvalidInputError({ areaId: "choice" });
  return { ...NOWHERE, areaId: area.id, placeName: area.nameEn };
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
