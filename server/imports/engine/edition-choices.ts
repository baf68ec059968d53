import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { DATA_FORMATS, type DataFormat } from "@/domain/imports/batch";
import { canImport } from "@/domain/imports/import-policy";
import type { PlaceRegister } from "@/domain/places/register-place";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { findExtractInForce } from "@/server/imports/extracts/extract-edition";
import { loadRegisterChoices } from "@/server/imports/registers/register-edition";
import { leadsInForce } from "@/server/registers/leads-in-force";
import { PAYMENTS_TITLE } from "@/server/registers/payments-title";
import { EXTRACT_TITLE } from "@/server/registers/waiting-times/waiting-sources";

/** A file that can be brought as its publisher offers it, and what is here of it now. */
export type EditionChoice = {
  format: PlaceRegister | DataFormat;
  title: string;
  /** Where its publisher offers it. */
  url: string;
  edition: string | null;
  /** Places; of the waiting times provider codes that are looked up, of payments practices to look at. */
  entries: number;
};

/** @throws NotAllowedError for whoever may not bring one. */
export async function loadEditionChoices(db: Db, actor: AnyActor): Promise<EditionChoice[]> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const registers = await loadRegisterChoices(db, actor);
  const data = await Promise.all(
    DATA_FORMATS.map(async (format) => ({
      ...{ format, url: DATASETS[format].sourceUrl },
      title: format === "gp-payments" ? PAYMENTS_TITLE : EXTRACT_TITLE,
      ...(await inForce(db, format)),
    })),
  );
  return [
    ...registers.map(({ register, places, ...choice }) => ({ ...choice, format: register, entries: places })),
    ...data,
  ];
}

async function inForce(db: Db, format: DataFormat): Promise<Pick<EditionChoice, "edition" | "entries">> {
  if (format === "gp-payments") {
    const { year, leads } = await leadsInForce(db);
    return { edition: year, entries: leads.length };
  }
  const { edition, places } = await findExtractInForce(db);
  return { edition, entries: places };
}
