import { guessMapping, missingColumns } from "@/domain/imports/columns";
import { dateOrderOf } from "@/domain/imports/dates";
import { listReader } from "@/domain/imports/read-list";
import type { CampaignList, FileRow } from "@/ingest/campaign-list";

/** For tests: what the rows of a list say, in one line each, as the preview would read them; what is refused by its reasons. */
export async function rowsOf(list: CampaignList): Promise<string[]> {
  const { header } = list;
  const mapping = guessMapping(header);
  const all = await rawRowsOf(list);
  if (missingColumns(mapping).length > 0)
    return [`missing: ${missingColumns(mapping).join(", ")}`, ...all.map(({ raw }) => raw.join(" | "))];
  const at = mapping["started-on"];
  const order = at === undefined ? "not-told" : dateOrderOf(all.map(({ raw }) => raw[at] ?? ""));
  const read = listReader(mapping, { width: header.length, order, today: "2026-11-29" });
  return all.map((one) => {
    const { row, problems } = read(one);
    if (!row) return `${one.number} refused: ${problems.map(({ code }) => code).join(", ")}`;
    const { place, town, postcode, category, provider, startedOn, lat } = row;
    const where = [town, postcode, lat === null ? "" : String(lat)].filter(Boolean).join(" ");
    return [one.number, place, where, category, provider ?? "not named", startedOn ?? ""]
      .join(" | ")
      .replace(/ \| $/, "");
  });
}

/** Its rows as they stand in the file. */
export async function rawRowsOf(list: CampaignList): Promise<FileRow[]> {
  const all = [];
  for await (const slice of list.slices()) all.push(...slice);
  return all;
}

/** A file of these bytes. */
export async function* bytesOf(content: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content as string);
}
