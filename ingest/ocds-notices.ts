import { z } from "zod";
import type { CampaignList } from "@/ingest/campaign-list";
import { type MapSite, openSites } from "@/ingest/sites-table";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

const text = z.string().nullish();
const valueSchema = z.object({ amount: z.number().nullish(), currency: text }).nullish();
const periodSchema = z.object({ startDate: text, endDate: text }).nullish();
const idSchema = z.union([z.string(), z.number()]).nullish();
const awardSchema = z.object({
  id: idSchema,
  title: text,
  description: text,
  status: text,
  date: text,
  value: valueSchema,
  contractPeriod: periodSchema,
  suppliers: z.array(z.object({ name: text })).nullish(),
});
const releaseSchema = z.object({
  ocid: z.string(),
  date: text,
  buyer: z.object({ name: text }).nullish(),
  tender: z.object({ title: text }).nullish(),
  awards: z.array(awardSchema).nullish(),
  contracts: z.array(z.object({ awardID: idSchema, value: valueSchema, period: periodSchema })).nullish(),
});
type Release = z.infer<typeof releaseSchema>;
type Award = z.infer<typeof awardSchema>;
const packageSchema = z.union([
  z.object({ releases: z.array(z.unknown()) }).transform(({ releases }) => releases),
  z
    .object({ records: z.array(z.object({ compiledRelease: z.unknown() })) })
    .transform(({ records }) => records.map(({ compiledRelease }) => compiledRelease)),
  releaseSchema.transform((release): unknown[] => [release]),
]);

/** An award that came to nothing is no contract. */
const NOTHING = new Set(["cancelled", "unsuccessful", "pending"]);

/**
 * Opens notices of awarded contracts in the Open Contracting Data Standard (a release, a package of releases or of records, as
 * Find a Tender and Contracts Finder offer them) as a list: a row for each award and supplier. A notice does not say where care is
 * given, so its importer has to: place and kind of care are empty.
 * @throws FileRefusal; "ocds-damaged" with the number of the release that is none, "ocds-none" where nothing was awarded.
 */
export async function openOcds(file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const rows = releasesIn((await collectBytes(file)).toString("utf8")).flatMap(rowsOf);
  if (rows.length === 0) throw new FileRefusal("ocds-none");
  return openSites(rows);
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
  const releases = releasesIn(content).sort((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  const newest = releases.at(-1);
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

function releasesIn(content: string): Release[] {
  const parsed = packageSchema.safeParse(jsonOf(content.replace(/^\uFEFF/, "")));
  if (!parsed.success) throw new FileRefusal("ocds-damaged", null, "1");
  return parsed.data.map((one, index) => {
    const release = releaseSchema.safeParse(one);
    if (!release.success) throw new FileRefusal("ocds-damaged", null, String(index + 1));
    return release.data;
  });
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new FileRefusal("json-damaged");
  }
}

function rowsOf(release: Release): MapSite[] {
  return (release.awards ?? []).flatMap((award, index) => {
    if (!isAward(award)) return [];
    return suppliersOf(award).map((supplier, at) => ({
      lat: null,
      lon: null,
      said: saidOf(release, award, { supplier, number: `${award.id ?? index + 1}/${at + 1}` }),
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

function saidOf(release: Release, award: Award, { supplier, number }: { supplier: string; number: string }) {
  const { ocid, buyer, tender } = release;
  const contract = contractOf(release, award);
  const period = periodOf(release, award);
  const title = award.title || tender?.title || award.description || "";
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
    "contract value": poundsOf(contract?.value) || poundsOf(award.value),
    note: title.replace(/\s+/g, " ").trim().slice(0, 500),
    key: `${ocid}/${number}`.slice(0, 100),
  };
}

/** The day of a moment; a standing clock at midnight is none. */
const dayOf = (moment: string | null | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(moment ?? "")?.[0] ?? "";

/** In pounds only: what a rate of exchange makes of others no notice says. */
function poundsOf(value: z.infer<typeof valueSchema>): string {
  const { amount, currency } = value ?? {};
  if (amount == null || amount < 0 || (currency && currency !== "GBP")) return "";
  return String(Math.round(amount));
}
