import type { PlaceKind } from "@/domain/places/place";
import {
  pickFields,
  type ReportFormValues,
  SOURCE_PARTS,
  sourceField,
} from "@/domain/reports/new-service-form";
import { isUuid } from "@/domain/uuid";

/** Places on one sheet: as many reports as an account may send in a minute. */
export const WORKSHEET_ROWS = 10;

/** What one source can say of a place: the NHS or the practice’s own GPs run it, or an organisation does. */
export const ROW_ANSWERS = ["own", "organisation"] as const;
export type RowAnswer = (typeof ROW_ANSWERS)[number];

/** A place on a sheet with its town and postcode, and what can be said of it there. */
export type WorksheetPlace = { id: string; name: string; where: string; answers: readonly RowAnswer[] };

/** Which service an organisation runs at a hospital has to be asked: that is a report of its own. */
export function answersFor(kind: PlaceKind): readonly RowAnswer[] {
  return kind === "gp-practice" ? ROW_ANSWERS : ["own"];
}

export const answerField = (placeId: string) => `answer.${placeId}`;
export const organisationField = (placeId: string) => `organisation.${placeId}`;
const ANSWER = /^answer\.(.+)$/;

const SOURCE = SOURCE_PARTS.map((part) => sourceField(0, part));
/** Asked once for the whole sheet. */
const SHARED: readonly string[] = [...SOURCE, "proof", "checkedOn", "licence"];

/** A place that was answered, and the form of the report that says so. */
export type WorksheetRow = { placeId: string; form: ReportFormValues };

/** The answered rows of a sheet, in the order in which they were sent; what is not answered is left for another day. */
export function readWorksheet(sent: Readonly<Record<string, unknown>>): WorksheetRow[] {
  const shared = pickFields(sent, SHARED);
  return Object.keys(sent).flatMap((field): WorksheetRow[] => {
    const placeId = ANSWER.exec(field)?.[1] ?? "";
    const answer = ROW_ANSWERS.find((known) => known === sent[field]);
    if (!isUuid(placeId) || !answer) return [];
    return [{ placeId, form: { ...shared, ...saysOf(answer, placeId, sent) } }];
  });
}

function saysOf(
  answer: RowAnswer,
  placeId: string,
  sent: Readonly<Record<string, unknown>>,
): ReportFormValues {
  if (answer === "own")
    return { aboutType: "place", aboutId: placeId, question: "not-outsourced", mapped: "", note: "" };
  const field = organisationField(placeId);
  const providerName = pickFields(sent, [field])[field] ?? "";
  return {
    category: "gp-practice",
    placeId,
    naming: "named",
    providerName,
    status: "operating",
    note: "",
  };
}

/** Which field of the sheet a problem of a row's report belongs to: what is asked once, the organisation, or the answer itself. */
export function fieldOfRow(placeId: string, field: string): string {
  if (SHARED.includes(field)) return field;
  return field === "providerName" ? organisationField(placeId) : answerField(placeId);
}
