import type { ImportColumn } from "@/domain/imports/columns";
import type { RowPlan } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { hasNote, saysOf } from "@/domain/imports/says";
import { placeKindOf } from "@/domain/places/guess-kind";

type FactName =
  | Exclude<ImportColumn, "latitude" | "longitude" | "town" | "postcode" | "key">
  | "area"
  | "position"
  | "former";

/**
 * One fact that a row would publish. `value` is a text, or the key of a closed list; null says that nobody is named.
 * `standing` tells a record that would be made from one that is there, and a sentence of ours from the list's own note.
 */
export type RowFact = {
  name: FactName;
  value: string | null;
  standing?: "new" | "known" | "made" | "ends" | "goes-on";
};

/** What the rows' own words leave open; null where it is not known, or not public. */
export type AroundRow = {
  /** Name of the area that stands for the place of a service without one. */
  areaName: string | null;
  /** Main address of a place that we have. */
  placeAddress: string | null;
  /** Legal form of a provider that we have. */
  legalForm: string | null;
  /** The row's category is shown by area only: nothing may tell the place. */
  isHidden: boolean;
};

/**
 * Everything that a row of a list would publish and its changes do not say, for the one who approves it: of a new service
 * all of it, of one that is there the sentence that is quoted and what a new record brings with it. Of a place and a
 * provider that we have it says which they are.
 */
export function factsToPublish(row: ImportRow, plan: RowPlan, around: AroundRow): RowFact[] {
  const { isHidden } = around;
  const isNew = plan.service.id === null;
  if (!isNew && plan.changes.length === 0) return [];
  const brings = (field: string) => isNew || plan.changes.some((change) => change.field === field);
  return [
    ...(isNew ? [{ name: "category" as const, value: row.category }] : []),
    ...(isNew ? whereFacts(row, plan, around) : []),
    ...(brings("provider") || brings("provider-kind") ? providerFacts(row, plan, isNew, around) : []),
    ...(isNew ? otherFacts(row, plan) : []),
    noteFact(isHidden ? { ...row, note: "" } : row, isHidden),
  ];
}

/** A note may tell what an address would. */
function noteFact(row: ImportRow, isHidden: boolean): RowFact {
  const value = saysOf(row, isHidden);
  return hasNote(row) ? { name: "note", value } : { name: "note", value, standing: "made" };
}

function whereFacts(
  row: ImportRow,
  plan: RowPlan,
  { areaName, placeAddress, isHidden }: AroundRow,
): RowFact[] {
  if (isHidden || !plan.place) return areaName === null ? [] : [{ name: "area", value: areaName }];
  if (plan.place.id !== null)
    return [
      { name: "place", value: plan.place.name, standing: "known" },
      ...given("address", placeAddress, "known"),
    ];
  const { lat, lon } = row;
  const address = [row.address, row.town, row.postcode].filter((part) => part !== "").join(", ");
  return [
    { name: "place", value: plan.place.name, standing: "new" },
    { name: "place-kind", value: row.placeKind ?? placeKindOf(row.category, row.place) },
    ...given("address", address || null),
    ...given("position", lat === null || lon === null ? null : `${lat}, ${lon}`),
    ...given("register-code", row.registerCode),
  ];
}

/** What kind a provider is that we have is not this list's to say: its own page does. */
function providerFacts(
  { providerKind }: ImportRow,
  { provider }: RowPlan,
  isNew: boolean,
  { legalForm }: AroundRow,
): RowFact[] {
  const kind = provider?.id
    ? given("provider-kind", legalForm, "known")
    : given("provider-kind", providerKind);
  if (!isNew) return kind;
  if (!provider) return [{ name: "provider", value: null }, ...kind];
  return [{ name: "provider", value: provider.name, standing: standingOf(provider) }, ...kind];
}

function otherFacts(row: ImportRow, { commissioner, successorOf }: RowPlan): RowFact[] {
  const type = row.contractType === "unknown" ? null : row.contractType;
  return [
    ...(commissioner
      ? [{ name: "commissioner" as const, value: commissioner.name, standing: standingOf(commissioner) }]
      : []),
    ...given("contract-type", type),
    ...noticeFacts(row.notice),
    { name: "status", value: row.status },
    ...given("started-on", row.startedOn),
    ...(successorOf
      ? [
          {
            name: "former" as const,
            value: successorOf.name,
            standing: successorOf.ends ? ("ends" as const) : ("goes-on" as const),
          },
        ]
      : []),
  ];
}

/** What is said of the contract itself. */
function noticeFacts(notice: ImportRow["notice"]): RowFact[] {
  if (!notice) return [];
  return [
    ...given("contract-reference", notice.reference || null),
    ...given("contract-starts", notice.startsOn),
    ...given("contract-ends", notice.endsOn),
    ...given("contract-value", notice.value === null ? null : String(notice.value)),
  ];
}

const standingOf = ({ id }: { id: string | null }) => (id === null ? ("new" as const) : ("known" as const));

function given(name: FactName, value: string | null, standing?: RowFact["standing"]): RowFact[] {
  return value === null ? [] : [{ name, value, ...(standing ? { standing } : {}) }];
}
