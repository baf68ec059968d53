import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { dataPath } from "@/env";

/** What is known of the embedded database: kept in the data folder, readable by its owner only. */
const recordSchema = z.object({
  port: z.number().int(),
  /** Where the cluster lies; outside the data folder only when its user cannot reach that. */
  clusterDir: z.string(),
  passwords: z.object({ superuser: z.string(), owner: z.string(), app: z.string() }),
});

export type EmbeddedRecord = z.infer<typeof recordSchema>;

export const embeddedDatabase = "nhs_map";
export const embeddedOwner = "nhs_map_owner";

/** Reads the record, or undefined where no embedded database was ever made or its record is damaged. */
export function readEmbeddedRecord(file = dataPath("postgres.json")): EmbeddedRecord | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return recordSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // half-written: as good as none
    throw error;
  }
}

/** postgres:// addresses of one database in the embedded cluster. */
export function urlsOf(record: EmbeddedRecord, database = embeddedDatabase) {
  const url = (user: string, password: string) =>
    `postgres://${user}:${password}@127.0.0.1:${record.port}/${database}`;
  return {
    url: url("nhs_map_app", record.passwords.app),
    ownerUrl: url(embeddedOwner, record.passwords.owner),
    superuserUrl: url("postgres", record.passwords.superuser),
  };
}

/** Addresses of the embedded database of this data folder, or undefined. */
export function embeddedUrls(): { url: string; ownerUrl: string } | undefined {
  const record = readEmbeddedRecord();
  return record && urlsOf(record);
}
