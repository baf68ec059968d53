import type { Db } from "@/db/client";
import type { ImportCommentRow } from "@/db/queries/import-comments";
import { listRows } from "@/db/queries/imports";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import type { ConcerningRow } from "@/domain/imports/concerning-row";
import { isLeftOut } from "@/domain/imports/outcome";
import { formatOf } from "@/server/imports/engine/find-format";
import { type ImportRead, isOpenImport, loadImport } from "@/server/imports/engine/load-import";
import { readRows } from "@/server/imports/engine/stored-rows";

/** An organisation that a waiting import names, with its rows and what it wrote about them. */
export type ConcernedOrganisation = {
  providerId: string;
  name: string;
  rows: ConcerningRow[];
  comment: ImportCommentRow | null;
};

/**
 * The organisations that an import names as long as it waits, by name, with the rows that concern each: what they would publish or put in
 * doubt, against what is shown now. Rows that are left out concern nobody.
 * @throws NotAllowedError; NotFoundError where it is no import, names nobody or is decided.
 */
export async function loadOrganisations(
  db: Db,
  actor: AnyActor,
  batchId: string,
): Promise<{ read: ImportRead; organisations: ConcernedOrganisation[] }> {
  const read = await loadImport(db, actor, batchId);
  const { shape, concerning } = formatOf(read);
  if (!concerning || !isOpenImport(read)) throw new NotFoundError("organisations of the import");
  const stored = (await listRows(db, batchId)).filter(({ decision }) => !isLeftOut(decision));
  const comments = new Map(read.comments.map((one) => [one.providerId, one]));
  const byId = new Map<string, ConcernedOrganisation>();
  for (const row of await concerning(db, read, readRows(shape, stored))) {
    const { providerId, organisation: name } = row;
    const known = byId.get(providerId) ?? { providerId, name, rows: [], comment: null };
    byId.set(providerId, { ...known, rows: [...known.rows, row] });
  }
  const organisations = [...byId.values()].map((one) => ({
    ...one,
    comment: comments.get(one.providerId) ?? null,
  }));
  return { read, organisations: organisations.toSorted((a, b) => a.name.localeCompare(b.name, "en")) };
}

/** @throws as `loadOrganisations`; NotFoundError for one that it does not name. */
export async function loadOrganisation(
  db: Db,
  actor: AnyActor,
  batchId: string,
  providerId: string,
): Promise<{ read: ImportRead; organisation: ConcernedOrganisation }> {
  const { read, organisations } = await loadOrganisations(db, actor, batchId);
  const organisation = organisations.find((one) => one.providerId === providerId);
  if (!organisation) throw new NotFoundError("organisation of the import");
  return { read, organisation };
}
