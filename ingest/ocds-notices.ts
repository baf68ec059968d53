import { z } from "zod";
import { ukDayOf } from "@/domain/dates/partial-date";
import type { CampaignList } from "@/ingest/campaign-list";
import { type MapSite, NO_SITE, openSites } from "@/ingest/sites-table";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

// What is not as the standard has it is left out, and its row shows what is missing.
const text = z.string().nullish().catch(null);
const valueSchema = z
  .object({ amount: z.union([z.number(), z.string()]).nullish().catch(null), currency: text })
  .nullish()
  .catch(null);
const periodSchema = z.object({ startDate: text, endDate: text }).nullish().catch(null);
const idSchema = z.union([z.string(), z.number()]).nullish().catch(null);
const awardSchema = z
  .object({
    id: idSchema,
    title: text,
    description: text,
    status: text,
    value: valueSchema,
    contractPeriod: periodSchema,
    suppliers: z
      .array(z.object({ name: text }).catch({ name: null }))
      .nullish()
      .catch(null),
  })
  .catch({});
const contractSchema = z.object({ awardID: idSchema, value: valueSchema, period: periodSchema }).catch({});
const releaseSchema = z.object({
  ocid: z.string(),
  date: text,
  buyer: z.object({ name: text }).nullish().catch(null),
  tender: z.object({ title: text }).nullish().catch(null),
  awards: z.array(awardSchema).nullish().catch(null),
  contracts: z.array(contractSchema).nullish().catch(null),
});
type Release = z.infer<typeof releaseSchema>;
type Award = z.infer<typeof awardSchema>;
const recordSchema = z.object({ compiledRelease: z.unknown() });
const packageSchema = z.union([
  z.object({ releases: z.array(z.unknown()) }).transform(({ releases }) => releases),
  z
    .object({ records: z.array(recordSchema.catch({ compiledRelease: null })) })
    .transform(({ records }) => records.map(({ compiledRelease }) => compiledRelease)),
]);

/** An award that came to nothing is no contract. */
const NOTHING = new Set(["cancelled", "unsuccessful", "pending"]);

/**
 * Opens notices of awarded contracts in the Open Contracting Data Standard (a release, a package of releases or of records, an array
 * of them or one in each line, as Find a Tender and Contracts Finder offer them) as a list: a row for each award and supplier. A
 * notice does not say where care is given, so its importer has to: place and kind of care are empty. A release that cannot be read
 * is a row that says nothing.
 * @throws FileRefusal; "ocds-damaged" with the number of the first where none can be read, "ocds-none" where nothing was awarded.
 */
export async function openOcds(file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const releases = releasesIn((await collectBytes(file)).toString("utf8"));
  const awarded = releases.map((release) => (release === null ? [NO_SITE] : rowsOf(release)));
  const rows = awarded.flat();
  if (rows.some((row) => row !== NO_SITE)) return openSites(rows);
  if (rows.length > 0) throw new FileRefusal("ocds-damaged", null, String(releases.indexOf(null) + 1));
  throw new FileRefusal("ocds-none");
}

/** What one notice says: each supplier once; a date is an ISO day, "" where it has none. */
export type NoticeFacts = {
  title: string;
  buyer: string;
  suppliers: string[];
  startsOn: string;
  publishedOn: string;
};

/** Reads the notice that a package of releases is about: the newest of them. @throws FileRefusal as `openOcds`. */
export function noticeFacts(content: string): NoticeFacts | undefined {
  const releases = releasesIn(content).flatMap((release) => release ?? []);
  const newest = releases.sort((a, b) => (a.date ?? "").localeCompare(b.date ?? "")).at(-1);
  if (!newest) return undefined;
  const awards = (newest.awards ?? []).filter(isAward);
  const [award] = awards;
  const title = newest.tender?.title || award?.title || award?.description || "";
  return {
    title: title.replace(/\s+/g, " ").trim(),
    buyer: newest.buyer?.name?.trim() ?? "",
    suppliers: [...new Set(awards.flatMap(suppliersOf))],
    startsOn: award ? dayOf(periodOf(newest, award)?.startDate) : "",
    publishedOn: dayOf(newest.date),
  };
}

/** Null for each that cannot be read. */
function releasesIn(content: string): (Release | null)[] {
  return jsonOf(content.replace(/^\uFEFF/, ""))
    .flatMap((one) => packageSchema.safeParse(one).data ?? [one])
    .map((one) => releaseSchema.safeParse(one).data ?? null);
}

/** What stands at the top: one, those of an array, or one in each line. */
function jsonOf(content: string): unknown[] {
  const whole = parsedOf(content);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || parsedOf(lines[0] ?? "") === undefined) throw new FileRefusal("json-damaged");
  return lines.map((line) => parsedOf(line) ?? null);
}

function parsedOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // the caller says what that means
  }
}

/** An award without a supplier is a row without who runs it: it was awarded, and a reader should see it. */
function rowsOf(release: Release): MapSite[] {
  return (release.awards ?? []).flatMap((award, index) => {
    if (!isAward(award)) return [];
    const suppliers = suppliersOf(award);
    return (suppliers.length > 0 ? suppliers : [""]).map((supplier, at) => ({
      lat: null,
      lon: null,
      said: saidOf(release, award, { supplier, suppliers, number: `${award.id ?? index + 1}/${at + 1}` }),
    }));
  });
}

const isAward = ({ status }: Award) => !NOTHING.has(status ?? "");

const suppliersOf = ({ suppliers }: Award) =>
  (suppliers ?? []).flatMap(({ name }) => (name?.trim() ? name.trim() : []));

const contractOf = ({ contracts }: Release, award: Award) =>
  contracts?.find(({ awardID }) => awardID != null && awardID === award.id);

/** What was signed says more than what was awarded. */
const periodOf = (release: Release, award: Award) =>
  contractOf(release, award)?.period ?? award.contractPeriod;

type OfAward = { supplier: string; suppliers: readonly string[]; number: string };

/** The value of an award to several is that of all of them together: in the column of one it would be counted for each. */
function saidOf(release: Release, award: Award, { supplier, suppliers, number }: OfAward) {
  const { ocid, buyer, tender } = release;
  const contract = contractOf(release, award);
  const period = periodOf(release, award);
  const title = (award.title || tender?.title || award.description || "").replace(/\s+/g, " ").trim();
  const value = poundsOf(contract?.value) || poundsOf(award.value);
  const isShared = suppliers.length > 1;
  const together = `one award of £${Number(value).toLocaleString("en-GB")} to ${suppliers.length} suppliers together`;
  return {
    place: "",
    town: "",
    postcode: "",
    category: "",
    provider: supplier,
    commissioner: buyer?.name ?? "",
    "contract reference": ocid,
    "contract starts": dayOf(period?.startDate),
    "contract ends": dayOf(period?.endDate),
    "contract value": isShared ? "" : value,
    note: isShared && Number(value) > 0 ? `${title.slice(0, 400)} (${together})`.trim() : title.slice(0, 500),
    key: `${ocid}/${number}`.slice(0, 100),
  };
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:?\d{2})?)?/;

/**
 * The day of a moment in the United Kingdom: "2024-03-31T23:00:00Z" is midnight there, and the first of April. The last minute of a
 * day stands for that day, wherever its clock hangs.
 */
function dayOf(moment: string | null | undefined): string {
  const [whole = "", day = "", time, zone] = MOMENT.exec(moment ?? "") ?? [];
  if (zone === undefined || time === "23:59") return day;
  const at = new Date(whole);
  return Number.isNaN(at.getTime()) ? day : ukDayOf(at);
}

/** In pounds only: what a rate of exchange makes of others no notice says. What is no number is left to whoever reads the row. */
function poundsOf(value: z.infer<typeof valueSchema>): string {
  const { amount, currency } = value ?? {};
  if (amount == null || (currency && currency !== "GBP")) return "";
  if (typeof amount === "number") return amount < 0 ? "" : String(Math.round(amount));
  const plain = amount.trim();
  return /^\d+(?:\.\d+)?$/.test(plain) ? String(Math.round(Number(plain))) : plain;
}
