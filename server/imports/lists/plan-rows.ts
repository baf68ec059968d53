import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findServiceIdsOfList } from "@/db/queries/imports";
import { findServicesForImport } from "@/db/queries/imports-known";
import { findSameSource } from "@/db/queries/report-records";
import { inForce } from "@/domain/claims/in-force";
import { ukToday } from "@/domain/dates/partial-date";
import type { ImportSource } from "@/domain/imports/batch";
import type { CitedImport } from "@/domain/imports/facts";
import { matchService } from "@/domain/imports/match";
import type { RowDecision, RowProblem } from "@/domain/imports/outcome";
import { type PlannedRow, planRow } from "@/domain/imports/plan-row";
import type { ListReading } from "@/domain/imports/read-list";
import type { ImportRow } from "@/domain/imports/row";
import { type PlannedBefore, type RowsBefore, rowsBefore } from "@/domain/imports/rows-before";
import { isOneOf } from "@/domain/lists/is-one-of";
import { nameOfServiceFor, serviceNameOf } from "@/domain/reports/service-name";
import { SERVES_AREA_CATEGORIES } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";
import { confirmedOnOf } from "@/domain/sources/confirmed-on";
import { checkPosition } from "@/server/imports/engine/check-position";
import { placeRow } from "@/server/imports/lists/area-of-row";
import { type KnownRecords, loadKnownRecords } from "@/server/imports/lists/known-records";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { revealingChecker } from "@/server/revealing/revealing-checker";

export type ToPlan = ListReading & { decision: RowDecision };
export type Planned = PlannedRow & { number: number; row: ImportRow | null };

/** The source as it is stored, if it ever was cited, with the day its facts count from. */
export async function findCited(db: Db, source: ImportSource, today: string): Promise<CitedImport> {
  const { title, publisher, url, publishedOn } = source;
  const sourceId = await findSameSource(db, { title, publisher, url: url || null, publishedOn });
  return { sourceId: sourceId ?? null, confirmedOn: confirmedOnOf(source, today) };
}

/**
 * Says of rows what they would do to the records as they stand: some at a time, in the order of the file, since two of one
 * import cannot both take over from one service, and what one would make is there for those behind it. Writes nothing.
 * @param others rows of the list that are not planned again.
 */
export function rowPlanner(
  db: Db,
  source: ImportSource,
  others: Iterable<PlannedBefore> = [],
): (readings: readonly ToPlan[]) => Promise<Planned[]> {
  const today = ukToday();
  const takenOver = new Map<string, number>();
  const finderOf = revealingChecker(db);
  const before = rowsBefore();
  for (const other of others) before.add(other);
  return async (readings) => {
    const isAreaOnly = await findAreaOnlyRule(db);
    const placed = [];
    for (const reading of readings)
      placed.push({ ...reading, ...(await placeRow(db, reading, { isAreaOnly, source, finderOf })) });
    const known = await loadKnownRecords(
      db,
      placed.flatMap(({ row }) => row ?? []),
    );
    const cited = await findCited(db, source, today);
    return placed.map(({ number, row, problems, decision, areaName }): Planned => {
      if (!row) return { number, row, outcome: "refused", problems, warnings: [], plan: null };
      const about = { number, before, cited, decision, areaName, isAreaOnly, today };
      const planned = oneServiceEach({ number, ...planOne(row, known, about) }, before);
      const one = oneSuccessorEach(planned, takenOver);
      before.add({ ...one, decision });
      return one;
    });
  };
}

/** Two rows cannot be about one service: the second is refused and names the first. */
function oneServiceEach(planned: Planned, before: RowsBefore): Planned {
  const { row, plan, number } = planned;
  const twin = row && plan && row.areaId === null ? before.twinOf(row, plan, number) : null;
  if (twin === null) return planned;
  const problem = { column: null, code: "row-twice" as const, detail: String(twin) };
  return { ...planned, outcome: "refused", problems: [problem], warnings: [], plan: null };
}

/** Two rows cannot both take over from one service: the second is refused and names the first. */
function oneSuccessorEach(row: Planned, takenOver: Map<string, number>): Planned {
  const id = row.plan?.successorOf?.id;
  if (!id) return row;
  const other = takenOver.get(id);
  if (other === undefined) {
    takenOver.set(id, row.number);
    return row;
  }
  const problem = { column: "provider" as const, code: "successor-twice" as const, detail: String(other) };
  return { ...row, outcome: "refused", problems: [problem], warnings: [], plan: null };
}

type Context = {
  number: number;
  before: RowsBefore;
  cited: CitedImport;
  decision: RowDecision;
  areaName: string | null;
  isAreaOnly: (category: ImportRow["category"]) => boolean;
  today: string;
};

function planOne(
  row: ImportRow,
  known: KnownRecords,
  { number, before, cited, decision, areaName, isAreaOnly, today }: Context,
): PlannedRow & { row: ImportRow | null } {
  const hasPlace = row.areaId === null;
  const place = hasPlace ? known.placeOf(row) : null;
  const checked = hasPlace ? checkPosition(row) : { position: "exact" as const };
  // A place that a register's code tells is where it is, whatever postcode the row gives.
  if ("problem" in checked && place?.kind !== "same") return refusedFor(null, checked.problem);
  const held = known.heldOf(row, place);
  if (held) return refusedFor(row, held);
  const placeBefore = place?.kind === "none" ? before.placeOf(row, number) : null;
  if (place?.kind === "none" && place.coded.length > 0)
    return refusedFor(row, { column: "register-code", code: "code-several", detail: namesOf(place.coded) });
  if (place?.kind === "same" && place.place.kind === "trust-headquarters")
    return refusedFor(row, { column: "place", code: "place-head-office", detail: place.place.name });
  const named = row.provider === null ? [] : before.providersOf(row.provider, number);
  const provider = known.providerOf(row.provider, decision, named);
  const at = { placeId: place?.kind === "same" ? place.place.id : null, areaId: row.areaId };
  const service = matchService(row, at.placeId || at.areaId ? known.servicesAt(at) : [], {
    providerId: "provider" in provider && provider.provider.row === undefined ? provider.provider.id : null,
    byCode: place?.kind === "same" && place.because === "register-code",
    isOther: decision === "other",
    tookOver: decision === "successor" || decision === "correction",
  });
  const nhs = known.nhsBodyOf(row.provider, provider);
  // What we have ourselves of a service that such a body runs can still be confirmed, or its end be said.
  if (nhs !== null && !(service.kind === "same" && service.note === null && service.service.providerId))
    return refusedFor(row, { column: "provider", code: "provider-nhs-known", detail: nhs });
  const hidden = isAreaOnly(row.category);
  const told = [row.place, row.provider ?? "", row.address, row.note].join(" / ");
  const placeName = place?.kind === "same" ? place.place.name : (placeBefore?.name ?? row.place);
  const name = SERVES_AREA_CATEGORIES.has(row.category)
    ? nameOfServiceFor(row.category, areaName)
    : serviceNameOf(row.category, placeName, hidden);
  const serviceId = service.kind === "same" ? service.service.id : null;
  const planned = planRow(row, {
    place,
    placeBefore,
    service,
    claims: serviceId ? known.claimsOf(serviceId) : [],
    provider,
    commissioner: known.commissionerOf(row.commissioner),
    contractId: serviceId ? known.contractOf(serviceId, row.contractType) : null,
    cited,
    name: serviceId && service.kind === "same" ? service.service.name : name,
    position: "problem" in checked ? "exact" : checked.position,
    positionProblem: "problem" in checked ? checked.problem : null,
    isAreaOnly: hidden,
    sensitive: hidden ? null : sensitiveWords(told, isAreaOnly),
    decision,
    today,
  });
  const holder = known.registeredToAnother(row, at.placeId, provider);
  // What changes nothing raises nothing.
  if (holder === null || !isOneOf(["new", "changed"], planned.outcome)) return { row, ...planned };
  const differs: RowProblem = { column: "provider", code: "registered-to-another", detail: holder };
  return { row, ...planned, warnings: [...planned.warnings, differs] };
}

const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name).join("; ");

const refusedFor = (row: ImportRow | null, problem: RowProblem) => ({
  row,
  outcome: "refused" as const,
  problems: [problem],
  warnings: [],
  plan: null,
});

/**
 * What an earlier approved import of the same list named and this one does not: flagged for review, never ended. Each is
 * a row of its own behind those of the file.
 * @param rows ids of the services that the rows of this list are about, and the number of the last row.
 */
export async function planNoLongerListed(
  db: Db,
  { named, last }: { named: ReadonlySet<string>; last: number },
  list: { format: string; source: ImportSource; isComplete: boolean },
): Promise<Planned[]> {
  if (!list.isComplete) return [];
  const { title, publisher } = list.source;
  const ids = await findServiceIdsOfList(db, { format: list.format, title, publisher });
  const gone = ids.filter((id) => !named.has(id));
  const services = await findServicesForImport(db, { placeIds: [], areaIds: [], ids: gone });
  const claims = await findClaimsByRecord(db, "service", gone);
  const isFlagged = (id: string) =>
    (inForce(claims.get(id) ?? [], "service", "may-have-ended")?.value ?? null) !== null;
  return services
    .filter(({ id }) => !isFlagged(id))
    .map((service, index) => ({
      number: last + 1 + index,
      row: null,
      outcome: "ended" as const,
      problems: [],
      warnings: [{ column: null, code: "no-longer-listed" as const, detail: service.name }],
      plan: {
        place: null,
        areaId: null,
        service: { id: service.id, name: service.name },
        provider: null,
        commissioner: null,
        changes: [{ field: "may-have-ended", kind: "sets" as const, from: null, to: "no-longer-listed" }],
      },
    }));
}
