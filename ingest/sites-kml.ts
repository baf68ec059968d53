import type { CampaignList } from "@/ingest/campaign-list";
import { attributeOf, xmlReader } from "@/ingest/cqc/parse-xml";
import { type MapSite, openSites } from "@/ingest/sites-table";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/** Folders in folders: no map has so many. */
const DEEPEST = 100;
/** What stands in a site itself, and is a column of its own. */
const OWN = new Set(["name", "description", "address", "phoneNumber"]);

type Site = { lat: number | null; lon: number | null; said: Record<string, string> };

/**
 * Opens the sites of a KML file as a list: each with its name, its description without markup, and its own data. A line or an
 * outline has no coordinates; where a point stands beside it, that is where it is.
 * @throws FileRefusal "kml-damaged" for what is cut off or no KML, and for a file that declares entities of its own.
 */
export async function openKml(file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const text = (await collectBytes(file)).toString("utf8").replace(/^\uFEFF/, "");
  return openSites(sitesOf(text));
}

function sitesOf(text: string): MapSite[] {
  const sites: Site[] = [];
  const path: string[] = [];
  let site: Site | null = null;
  let field = "";
  let said = "";
  const read = xmlReader({
    open: (tag) => {
      const name = localName(tag.name);
      path.push(name);
      if (path.length > DEEPEST) throw new FileRefusal("kml-damaged");
      if (name === "Placemark") site = { lat: null, lon: null, said: {} };
      if (name === "Data" || name === "SimpleData") field = attributeOf(tag, "name");
      said = "";
    },
    text: (piece) => {
      if (site) said += piece;
    },
    close: () => {
      const name = path.pop() ?? "";
      if (!site) return;
      const parent = path.at(-1);
      if (name === "Placemark") {
        if (sites.push(site) > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
        site = null;
      } else if (parent === "Placemark" && OWN.has(name)) say(site, name, said);
      else if (name === "SimpleData" || (name === "value" && parent === "Data")) say(site, field, said);
      else if (name === "coordinates" && parent === "Point" && site.lat === null)
        Object.assign(site, pointOf(said));
    },
  });
  try {
    read(text);
    read(null);
  } catch (error) {
    // The reader of XML is that of workbooks, and so is what it refuses.
    if (error instanceof FileRefusal && error.code === "xlsx-damaged") throw new FileRefusal("kml-damaged");
    throw error;
  }
  return sites;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** A description is often a page: its text is what it says. */
function say({ said }: Site, name: string, text: string): void {
  const plain = withoutTags(text).replace(/\s+/g, " ").trim();
  if (name !== "" && plain !== "") said[name] ??= plain;
}

/** What stands behind a "<" where that begins a tag or a comment. */
const TAG = /^(?:\/?[a-z][a-z0-9:-]*(?:[\s/][^>]*)?|!--[^>]*)>/i;

/** "Waits < 5 weeks" has no tag. Each piece is looked at once, however many "<" there are. */
function withoutTags(text: string): string {
  const [before = "", ...pieces] = text.split("<");
  return before + pieces.map((piece) => (TAG.test(piece) ? piece.replace(TAG, " ") : `<${piece}`)).join("");
}

/** "-2.9578,54.8965,0"; nothing where they are no degrees. */
function pointOf(text: string): Pick<Site, "lat" | "lon"> {
  const [lon = Number.NaN, lat = Number.NaN] = text.trim().split(",").map(Number);
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lat, lon } : { lat: null, lon: null };
}
