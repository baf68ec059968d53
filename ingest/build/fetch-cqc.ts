import { createHash } from "node:crypto";
import { join } from "node:path";
import { readCqcBytes } from "@/ingest/cqc/read-sent";
import { IngestRefusal } from "@/ingest/refusal";
import { collectCqc } from "./collect-cqc";
import { type DownloadLimits, download } from "./download";
import { recordFetched } from "./fetched-files";
import { kilobytes, writeAtomically } from "./reference-files";

/** Where the regulator offers its lists and its API, and the key that the API asks for; without one it is not asked. */
export type CqcOffer = { page: string; api: string; apiKey?: string | undefined };

export const CQC_OFFER: CqcOffer = {
  page: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
  api: "https://api.service.cqc.org.uk/public/v1",
};

/** Its lists, by what their links on its page end in: each has a date in its name, so that their addresses change with every edition. */
const LISTS = [
  { key: "cqc-directory", link: /href="([^"]+_CQC_directory\.csv)"/i, path: "registers/cqc-directory.csv" },
  {
    key: "cqc-active-locations",
    link: /href="([^"]+HSCA_Active_Locations\.ods)"/i,
    path: "registers/cqc-active-locations.ods",
  },
] as const;
const API_FILE = "registers/cqc-api.json";

/**
 * Downloads the regulator's lists into a folder, and with a key what its API has of GP practices. Each is read before it replaces the one
 * that was there; one that fails leaves it in place, and the others are still fetched.
 * @returns what was not fetched, a sentence each.
 */
export async function fetchCqc(
  folder: string,
  say: (line: string) => void,
  offer: CqcOffer,
  limits: DownloadLimits,
): Promise<string[]> {
  const failed: string[] = [];
  const attempt = async (
    path: string,
    fetched: () => Promise<{ url: string; key: string; bytes: Buffer }>,
  ) => {
    try {
      const { url, key, bytes } = await fetched();
      const { locations, asOf } = await readCqcBytes(path, bytes);
      if (locations.length === 0) throw new IngestRefusal(path, "no locations");
      writeAtomically(join(folder, path), bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      recordFetched(folder, key, { fetchedOn: today(), url, sha256 });
      say(`${path}: ${locations.length} locations${asOf ? ` of ${asOf}` : ""}, ${kilobytes(bytes.length)}`);
      say(
        `  npm run import -- cqc ${join(folder, path)} --published ${publishedIn(url) ?? today()} --as <admin's e-mail>`,
      );
    } catch (error) {
      say(`${path}: not fetched`);
      failed.push(
        `Care Quality Commission, ${path}: ${messageOf(error)}. The publisher's page: ${offer.page}`,
      );
    }
  };
  let page: Promise<string> | undefined;
  for (const { key, link, path } of LISTS)
    await attempt(path, async () => {
      page ??= download(offer.page, limits).then((bytes) => bytes.toString("utf8"));
      const url = linkOn(await page, link, offer.page);
      return { url, key, bytes: await download(url, limits) };
    });
  const { api, apiKey } = offer;
  if (apiKey === undefined) say(`${API_FILE}: left out, because the API asks for a key (CQC_API_KEY)`);
  else
    await attempt(API_FILE, async () => {
      const bytes = Buffer.from(JSON.stringify(await collectCqc(api, apiKey, limits, say)));
      return { url: api, key: "cqc-api", bytes };
    });
  return failed;
}

/** A link of the page, on the page's own site: what else a page may link to is not downloaded. */
function linkOn(html: string, link: RegExp, page: string): string {
  const found = link.exec(html)?.[1]?.replaceAll("&amp;", "&");
  if (found === undefined) throw new Error("its page has no link to it any more");
  const url = new URL(found, page);
  if (url.origin !== new URL(page).origin) throw new Error(`its page links to another site, ${url.host}`);
  return url.href;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** "02_September_2026_CQC_directory.csv" was published on that day. */
function publishedIn(url: string): string | null {
  const [, day = "", month = "", year = ""] = /(\d{1,2})_([a-z]+)_(\d{4})_/i.exec(url) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const today = () => new Date().toISOString().slice(0, 10);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
