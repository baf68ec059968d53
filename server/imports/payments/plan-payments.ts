import type { Db } from "@/db/client";
import { findCodesWeHave } from "@/db/queries/register-places";
import { readPlaceTable } from "@/db/reference/place-table";
import type { RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { ContractLead } from "@/domain/places/register-place";
import { writtenPostcode } from "@/ingest/build/register-positions";
import type { GpPaymentRow } from "@/ingest/gp-payments";
import { properName } from "@/ingest/proper-case";
import type { Item, PlannedItem } from "@/server/imports/engine/import-format";
import { leadsInForce, type PaymentItem } from "@/server/registers/leads-in-force";

/**
 * What a payments file has to say: its practices on APMS contracts, those of the list that are on none any more, and the
 * rows that cannot be read. Of the other practices it says nothing that we keep.
 */
export async function itemsOfPayments(db: Db, rows: readonly GpPaymentRow[]): Promise<PaymentItem[]> {
  const { leads } = await leadsInForce(db);
  const unread: PaymentItem[] = [];
  const contracts = new Map<string, string>();
  const onApms: ContractLead[] = [];
  for (const row of rows) {
    if ("refusal" in row) {
      const { row: line, column, reason } = row.refusal;
      const why = `${line ?? ""}, ${column ?? ""}: ${reason}`;
      unread.push({ unread: { code: row.code, name: row.name, why } });
      continue;
    }
    const { code, name, postcode, contract, closedOn } = row.payment;
    contracts.set(code, contract);
    if (contract !== "APMS") continue;
    onApms.push({
      code,
      name: properName(name),
      postcode: writtenPostcode(postcode) ?? postcode,
      entry: closedOn === null ? "active" : "ended",
      endedOn: closedOn,
    });
  }
  const found = await withEntries(db, onApms, leads);
  const named = new Set(onApms.map(({ code }) => code));
  const left = leads
    .filter(({ code }) => !named.has(code))
    .map((lead) => ({ left: lead, contract: contracts.get(lead.code) ?? null }));
  return [...found.map((lead) => ({ lead })), ...left, ...unread];
}

/** With what the register says of each practice's entry since; a practice of the list keeps what is known of it. */
async function withEntries(
  db: Db,
  practices: readonly ContractLead[],
  leads: readonly ContractLead[],
): Promise<ContractLead[]> {
  const entries = readPlaceTable().ended.filter(({ register }) => register === "gp-practices");
  const ended = new Map(entries.map(({ code, day }) => [code, day]));
  const listed = new Map(leads.map((lead) => [lead.code, lead]));
  const codes = practices.map(({ code }) => code);
  const here = await findCodesWeHave(db, codes);
  return practices.map((practice): ContractLead => {
    const { code, name, endedOn } = practice;
    if (here.has(code)) return { ...practice, entry: "active", endedOn: null };
    const day = ended.get(code) ?? endedOn;
    if (day !== null) return { ...practice, entry: "ended", endedOn: day };
    if (ended.has(code)) return { ...practice, entry: "dormant", endedOn: null };
    const known = listed.get(code);
    return known ? { ...known, name } : practice;
  });
}

/** Says of each row what it would do now. Writes nothing. */
export async function planPayments(db: Db, items: readonly Item<PaymentItem>[]): Promise<Planned[]> {
  const rows = items.map((stored) => ({ ...stored, row: null }));
  const inForce = new Map((await leadsInForce(db)).leads.map((lead) => [lead.code, lead]));
  const codes = rows.flatMap(({ item }) => ("lead" in item ? [item.lead.code] : []));
  const here = await findCodesWeHave(db, codes);
  const isKnown = ({ code, entry }: ContractLead) =>
    here.has(code) || inForce.has(code) || entry !== "active";
  return rows.map((stored) => {
    const { item } = stored;
    if ("unread" in item) {
      const { code, name, why } = item.unread;
      return refused(stored, `${name} (${code})`, "payment-row", why);
    }
    const practice = "lead" in item ? item.lead : item.left;
    const { code, name } = practice;
    const isListed = inForce.has(code);
    if ("left" in item) return leaving(stored, `${name} (${code})`, isListed, item.contract);
    if (!isKnown(practice)) return refused(stored, `${name} (${code})`, "practice-unknown", code);
    const changes = isListed ? [] : [{ field: "type", kind: "sets" as const, from: null, to: "APMS" }];
    const plan = planOf(`${name} (${code})`, changes);
    return { ...stored, outcome: isListed ? "unchanged" : "new", problems: [], warnings: [], plan };
  });
}

type Stored = Item<PaymentItem> & { row: null };
type Planned = PlannedItem<PaymentItem>;

function refused(row: Stored, name: string, code: RowProblem["code"], detail: string): Planned {
  const problems = [{ column: null, code, detail }];
  return { ...row, outcome: "refused", problems, warnings: [], plan: planOf(name, []) };
}

function leaving(row: Stored, name: string, isListed: boolean, contract: string | null): Planned {
  if (!isListed) return { ...row, outcome: "unchanged", problems: [], warnings: [], plan: planOf(name, []) };
  const code = contract === null ? ("not-in-payments" as const) : ("no-longer-apms" as const);
  const change = { field: "type", kind: "changes" as const, from: "APMS", to: contract ?? "" };
  const plan = planOf(name, contract === null ? [] : [change]);
  const warnings = [{ column: null, code, detail: contract ?? "" }];
  return { ...row, outcome: "changed", problems: [], warnings, plan };
}

function planOf(name: string, changes: RowPlan["changes"]): RowPlan {
  const service = { id: null, name };
  return { place: null, areaId: null, service, provider: null, commissioner: null, changes };
}
