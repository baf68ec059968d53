import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { type ClaimField, saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { contractOfRow, factsOfRow, type RowRefs } from "@/domain/imports/facts";
import type { ImportRow } from "@/domain/imports/row";
import { NO_LONGER_NAMED, saysOf } from "@/domain/imports/says";
import { plainName } from "@/domain/names/plain-name";
import { placeKindOf } from "@/domain/places/guess-kind";
import { schemeOfCode } from "@/domain/places/place";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { slugOf } from "@/domain/records/slug";
import type { ImportDrafts } from "@/server/imports/engine/import-format";
import { AddressDrafts } from "@/server/imports/lists/address-drafts";
import type { Planned } from "@/server/imports/lists/plan-rows";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import {
  type CitedSource,
  fact,
  inferred,
  WORKED_OUT_FROM,
} from "@/server/reports/publishing/new-service-facts";

/**
 * Turns planned rows into drafts. Rows that name the same new place, provider or commissioner share one record.
 * @param cited the import's source, stored.
 */
export async function draftsOf(
  db: Db,
  rows: readonly Planned[],
  cited: Omit<CitedSource, "says">,
  isHidden: (category: ImportRow["category"]) => boolean,
): Promise<ImportDrafts> {
  const drafts = new Drafts(db, cited);
  const idsByRow = new Map<number, string[]>();
  for (const planned of rows) {
    const ids = planned.row
      ? await drafts.ofRow(planned, planned.row, isHidden(planned.row.category))
      : drafts.noLongerListed(planned);
    idsByRow.set(planned.number, ids);
  }
  return { drafts: drafts.all(), idsByRow };
}

class Drafts {
  private readonly byId = new Map<string, RecordDraft & { claims: ClaimDraft[] }>();
  private readonly made = new Map<string, string>();
  private readonly addresses: AddressDrafts;

  constructor(
    private readonly db: Db,
    private readonly cited: Omit<CitedSource, "says">,
  ) {
    this.addresses = new AddressDrafts(db);
  }

  all(): RecordDraft[] {
    return [...this.byId.values()].filter(({ claims }) => claims.length > 0);
  }

  /** @returns the id of the service first, then of what else the row made. */
  async ofRow({ number, plan }: Planned, row: ImportRow, isHidden: boolean): Promise<string[]> {
    if (!plan) throw new Error("a row without a plan cannot be applied");
    const source = { ...this.cited, says: saysOf(row, isHidden) };
    const providerId = plan.provider && (plan.provider.id ?? this.provider(row, plan.provider.name, source));
    const commissionerId =
      plan.commissioner && (plan.commissioner.id ?? this.commissioner(plan.commissioner.name, source));
    const placeId =
      plan.place && (plan.place.id ?? (await this.place(plan.place.row ?? number, row, source)));
    if (placeId) this.identify(placeId, row, source);
    if (plan.place?.id && plan.changes.some(({ field }) => field === "address"))
      this.claimsOf("place", plan.place.id).push(
        ...(await this.addresses.better(plan.place.id, row, source)),
      );
    const serviceId = plan.service.id ?? randomUUID();
    const wants = (field: ClaimField) =>
      plan.service.id === null || plan.changes.some((change) => change.field === field);
    const refs: RowRefs = { providerId, commissionerId, contractId: null };
    const contract = contractOfRow(row);
    if (contract !== null && wants("contract"))
      refs.contractId = this.contract({ ...row, contractType: contract }, refs, source, isHidden);
    const facts = factsOfRow(row, refs).filter(({ field }) => wants(field));
    if (plan.service.id === null) {
      const former = plan.successorOf?.id ? await this.whereWas(plan.successorOf.id) : null;
      const where = placeId
        ? fact(source, "place", {
            placeId,
            addressKey: former?.addressKey ?? plan.place?.addressKey ?? "main",
          })
        : fact(source, "serves-area", { areaId: row.areaId });
      this.create("service", serviceId, plan.service.name, isHidden ? "area-only" : "published").push(
        inferred(source, "name", plan.service.name, WORKED_OUT_FROM.serviceName),
        fact(source, "category", row.category),
        where,
        ...(placeId && former ? former.areas : []),
      );
    }
    this.claimsOf("service", serviceId).push(...facts.map(({ field, value }) => fact(source, field, value)));
    if (plan.successorOf?.id)
      this.endTenure(plan.successorOf.id, plan.successorOf.ends, serviceId, row, source);
    const others = [placeId, providerId, commissionerId, refs.contractId];
    return [serviceId, ...others.flatMap((id) => (id && this.byId.has(id) ? id : []))];
  }

  /**
   * Where the tenure before a new one is: the areas that a source gives of it hold for whoever runs it at the same place,
   * which may be on the pages of its areas through nothing else. Each is said by the source that said it, of the service
   * that was there.
   */
  private async whereWas(id: string): Promise<{ addressKey: string | null; areas: ClaimDraft[] }> {
    const held = claimsInForce((await findClaimsByRecord(this.db, "service", [id])).get(id) ?? []);
    const place = held.find(({ field }) => field === "place")?.value as
      | { addressKey?: string }
      | null
      | undefined;
    const areas = held
      .filter(({ field, value }) => field === "serves-area" && value !== null && saysSo(value))
      .map(({ field, value, sourceId, says, confirmedOn }) => {
        // It does not make the new tenure any fresher than the list that names it.
        const [earlier = confirmedOn] = [confirmedOn, this.cited.confirmedOn].sort();
        return {
          field,
          value,
          sourceId,
          confirmedOn: earlier,
          says: `Said of the service that was here before: ${says}`,
        };
      });
    return { addressKey: place?.addressKey ?? null, areas };
  }

  /** The tenure before a new one: it ends as the new one begins, and leads to it. */
  private endTenure(id: string, ends: boolean, serviceId: string, row: ImportRow, source: CitedSource): void {
    const claims = this.claimsOf("service", id);
    claims.push(fact(source, "successor", { serviceId }));
    if (!ends) return;
    claims.push(fact(source, "status", "ended"));
    if (row.startedOn !== null) claims.push(fact(source, "ended-on", row.startedOn));
  }

  noLongerListed({ plan }: Planned): string[] {
    if (!plan?.service.id) throw new Error("a row without a service cannot be applied");
    const source = { ...this.cited, says: NO_LONGER_NAMED };
    this.claimsOf("service", plan.service.id).push(fact(source, "may-have-ended", "no-longer-listed"));
    return [plan.service.id];
  }

  private claimsOf(recordType: RecordDraft["recordType"], recordId: string): ClaimDraft[] {
    const held = this.byId.get(recordId);
    if (held) return held.claims;
    const draft = { recordType, recordId, claims: [] };
    this.byId.set(recordId, draft);
    return draft.claims;
  }

  private create(
    recordType: RecordDraft["recordType"],
    recordId: string,
    name: string,
    visibility: "published" | "area-only" = "published",
  ): ClaimDraft[] {
    const create = { slug: slugOf(name), visibility };
    this.byId.set(recordId, { recordType, recordId, create, claims: [] });
    return this.claimsOf(recordType, recordId);
  }

  /** The id of the record of this key, made at its first use. */
  private once(key: string, make: (id: string) => void): string {
    const known = this.made.get(key);
    if (known) return known;
    const id = randomUUID();
    this.made.set(key, id);
    make(id);
    return id;
  }

  /** @param first what the first row that names it calls it: this is that row, unless that one is left out. */
  private provider(row: ImportRow, first: string, source: CitedSource): string {
    return this.once(`provider ${plainName(first)}`, (id) => {
      const name = row.provider ?? first;
      const form = LEGAL_FORMS.find((known) => known === row.providerKind);
      const claims = this.create("provider", id, name);
      claims.push(fact(source, "name", name));
      if (form) claims.push(fact(source, "legal-form", form));
    });
  }

  private commissioner(name: string, source: CitedSource): string {
    return this.once(`commissioner ${plainName(name)}`, (id) => {
      this.create("commissioner", id, name).push(
        fact(source, "name", name),
        inferred(source, "kind", "other", WORKED_OUT_FROM.commissionerKind),
      );
    });
  }

  private contract(
    { contractType: type, notice }: Pick<ImportRow, "contractType" | "notice">,
    refs: RowRefs,
    source: CitedSource,
    isHidden: boolean,
  ): string {
    const id = randomUUID();
    const claims = this.create("contract", id, `${type}-contract`, isHidden ? "area-only" : "published");
    claims.push(fact(source, "type", type));
    if (refs.providerId) claims.push(fact(source, "holder", { providerId: refs.providerId }));
    if (refs.commissionerId)
      claims.push(fact(source, "commissioner", { commissionerId: refs.commissionerId }));
    if (notice?.reference) claims.push(fact(source, "notice-reference", notice.reference));
    if (notice?.startsOn) claims.push(fact(source, "starts-on", notice.startsOn));
    if (notice?.endsOn) claims.push(fact(source, "ends-on", notice.endsOn));
    if (notice && notice.value !== null) claims.push(fact(source, "value-pounds", notice.value));
    return id;
  }

  /** @param first the number of the row that names it first. */
  private async place(first: number, row: ImportRow, source: CitedSource): Promise<string> {
    const key = `place ${first}`;
    const isNew = !this.made.has(key);
    const id = this.once(key, () => undefined);
    if (!isNew) {
      this.claimsOf("place", id).push(...(await this.addresses.better(id, row, source)));
      return id;
    }
    this.create("place", id, row.place).push(
      fact(source, "name", row.place),
      row.placeKind
        ? fact(source, "kind", row.placeKind)
        : inferred(source, "kind", placeKindOf(row.category, row.place), WORKED_OUT_FROM.placeKind),
      ...(await this.addresses.ofNew(id, row, source)),
    );
    return id;
  }

  /** The register's code, where the place does not have it yet: a place told by its code has. */
  private identify(placeId: string, row: ImportRow, source: CitedSource): void {
    if (row.registerCode === null || this.made.has(`code ${placeId} ${row.registerCode}`)) return;
    this.made.set(`code ${placeId} ${row.registerCode}`, placeId);
    if (!this.byId.get(placeId)?.create) return;
    const scheme = schemeOfCode(row.registerCode);
    const value = { scheme, code: row.registerCode, from: null, to: null };
    this.claimsOf("place", placeId).push(fact(source, "identifier", value));
  }
}
