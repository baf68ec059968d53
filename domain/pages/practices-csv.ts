import type { RegisteredKind } from "@/domain/registrations/registered";

/** A practice as the file of an area has it; days ISO. */
export type PracticeRow = {
  slug: string;
  /** "" where it would name who is off the site. */
  name: string;
  town: string;
  postcode: string;
  kind: RegisteredKind;
  holder: string | null;
  companyNumber: string | null;
  since: string;
  registeredOn: string;
  locationId: string;
  confirmedOn: string;
};

/** Names that programs of others rely on: docs/api.md says what each holds, and a new one comes last. */
export const PRACTICES_CSV_COLUMNS = [
  ...["practice", "town", "postcode", "registered to", "organisation", "company number"],
  ...["registered since", "date of the registration", "source publisher", "source web address"],
  ...["date the source is about", "page"],
] as const;

/** Of these the first day of an unbroken run says since when; two partnerships may be of different people. */
const IS_ORGANISATION: ReadonlySet<RegisteredKind> = new Set([
  ...(["others", "not-checked", "member-practices", "gps-of-the-practice", "nhs"] as const),
]);

/**
 * The practices behind the sentence of an area about who is registered, as rows of text with the headings first.
 * @param kindInWords what the latest registration comes to
 */
export function practicesCsv(
  practices: readonly PracticeRow[],
  kindInWords: (kind: RegisteredKind) => string,
  origin: string,
): string[][] {
  return [
    [...PRACTICES_CSV_COLUMNS],
    ...practices.map((row) => [
      ...[row.name, row.town, row.postcode, kindInWords(row.kind)],
      // A doubt is a lead and no answer: it names nobody.
      ...(row.kind === "doubt" ? ["", ""] : [row.holder ?? "", row.companyNumber ?? ""]),
      ...[IS_ORGANISATION.has(row.kind) ? row.since : "", row.registeredOn],
      ...["Care Quality Commission", `https://www.cqc.org.uk/location/${row.locationId}`],
      ...[row.confirmedOn, row.name === "" ? "" : `${origin}/places/${row.slug}`],
    ]),
  ];
}
