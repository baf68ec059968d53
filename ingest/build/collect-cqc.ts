import { z } from "zod";
import { type DownloadLimits, download } from "./download";

/** What is kept of an answer: what the reader takes, and no name of a person. */
type Kept = Record<string, string>;

const LOCATION = [
  "locationId",
  "providerId",
  "name",
  "odsCode",
  "registrationStatus",
  "registrationDate",
  "deregistrationDate",
];
const PROVIDER = ["providerId", "name", "ownershipType", "companiesHouseNumber", "charityNumber"];

const pageSchema = z.object({
  totalPages: z.number().int().nonnegative(),
  locations: z.array(z.object({ locationId: z.string() })),
});
const answerSchema = z.record(z.string(), z.unknown());

/** GP practices are 6,500 of 120,000 locations. */
const CATEGORY = "GP Practices";
const A_PAGE = 500;
const MOST_PAGES = 100;
/** Requests at once: the API allows 2,000 a minute. */
const AT_ONCE = 8;
/** For all of it, in milliseconds: some 12,000 requests. */
const ALTOGETHER = 3_600_000;

/**
 * Asks the regulator's API for each GP practice and for who is registered there. Of partnerships and persons neither name nor anything
 * else is kept but the form.
 * @throws Error at the first request that is not answered, or when all of it takes more than an hour.
 */
export async function collectCqc(
  api: string,
  apiKey: string,
  limits: DownloadLimits,
  say: (line: string) => void,
): Promise<{ fetchedOn: string; locations: Kept[]; providers: Kept[] }> {
  const late = Date.now() + ALTOGETHER;
  const ask = async (path: string): Promise<unknown> => {
    const left = late - Date.now();
    if (left <= 0) throw new Error(`asking the API took more than ${ALTOGETHER / 60_000} minutes`);
    const headers = { "Ocp-Apim-Subscription-Key": apiKey, accept: "application/json" };
    const milliseconds = Math.min(limits.milliseconds, left);
    return JSON.parse(
      (await download(`${api}${path}`, { ...limits, milliseconds }, headers)).toString("utf8"),
    );
  };
  const ids = await listIds(ask);
  say(`${ids.length} GP practices in the regulator's API`);
  const locations = await inTurns(ids, async (id) =>
    kept(await ask(`/locations/${encodeURIComponent(id)}`), LOCATION),
  );
  const providerIds = [...new Set(locations.flatMap(({ providerId }) => providerId ?? []))];
  const providers = await inTurns(providerIds, async (id) =>
    withoutPersons(kept(await ask(`/providers/${encodeURIComponent(id)}`), PROVIDER)),
  );
  return { fetchedOn: new Date().toISOString().slice(0, 10), locations, providers };
}

async function listIds(ask: (path: string) => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = new URLSearchParams({
      primaryInspectionCategoryName: CATEGORY,
      page: String(page),
      perPage: String(A_PAGE),
    });
    const { totalPages, locations } = pageSchema.parse(await ask(`/locations?${query}`));
    ids.push(...locations.map(({ locationId }) => locationId));
    if (page >= totalPages) return ids;
  }
  throw new Error("the API lists more practices than there are");
}

/** Some at once, in their order; the first that fails ends it. */
async function inTurns<T>(ids: readonly string[], one: (id: string) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    found.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(one))));
  return found;
}

function kept(answer: unknown, fields: readonly string[]): Kept {
  const read = answerSchema.parse(answer);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = read[field];
      return typeof value === "string" ? [[field, value]] : [];
    }),
  );
}

function withoutPersons(provider: Kept): Kept {
  const { name: _, companiesHouseNumber: _company, charityNumber: _charity, ...rest } = provider;
  return provider.ownershipType === "Organisation" ? provider : rest;
}
