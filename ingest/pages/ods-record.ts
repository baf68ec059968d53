import { z } from "zod";
import { properName } from "@/ingest/proper-case";

const text = z.string().nullish();
const recordSchema = z.object({
  Organisation: z.object({
    Name: z.string(),
    LastChangeDate: text,
    GeoLoc: z
      .object({
        Location: z
          .object({ AddrLn1: text, AddrLn2: text, AddrLn3: text, Town: text, PostCode: text })
          .nullish(),
      })
      .nullish(),
  }),
});

export type OdsRecord = {
  placeName: string;
  addressLines: string;
  town: string;
  postcode: string;
  /** ISO day of its last change; "" where it has none. */
  changedOn: string;
};

/** Reads one organisation as the ORD interface (2-0-0) gives it. @returns undefined for anything else. */
export function readOdsRecord(content: unknown): OdsRecord | undefined {
  const read = recordSchema.safeParse(content);
  if (!read.success) return undefined;
  const { Name, LastChangeDate, GeoLoc } = read.data.Organisation;
  const { AddrLn1, AddrLn2, AddrLn3, Town, PostCode } = GeoLoc?.Location ?? {};
  const lines = [AddrLn1, AddrLn2, AddrLn3].flatMap((line) => (line?.trim() ? properName(line.trim()) : []));
  return {
    placeName: properName(Name.trim()),
    addressLines: lines.join(", "),
    town: Town ? properName(Town.trim()) : "",
    postcode: PostCode?.trim() ?? "",
    changedOn: /^\d{4}-\d{2}-\d{2}/.exec(LastChangeDate ?? "")?.[0] ?? "",
  };
}
