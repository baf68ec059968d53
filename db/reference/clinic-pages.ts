import { z } from "zod";
import { readTableFile } from "@/db/reference/place-table";

const schema = z.record(z.string().regex(/^[A-Z0-9]{3,9}$/), z.url({ protocol: /^https$/ }));
let pages: ReadonlyMap<string, string> | undefined;

/**
 * Pages that may state a clinic's address, by its code: made by the pattern of its operator's site, which nobody has opened, and two of others. Offered to whoever looks for
 * the clinic's address; never cited.
 */
export function clinicPages(): ReadonlyMap<string, string> {
  pages ??= new Map(
    Object.entries(
      schema.parse(JSON.parse(readTableFile("db/seed/registers/clinic-pages.json").toString("utf8"))),
    ),
  );
  return pages;
}
