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

/**
 * Everything that a row of a list would publish and its changes do not say, for the one who approves it: of a new service
 * all of it, of one that is there the sentence that is quoted and what a new record brings with it.
 * @param areaName of the area that stands for the place of a service without one.
 * @param isHidden the row's category is shown by area only: nothing here may then tell the place.
 */
export function factsToPublish(
  row: ImportRow,
  plan: RowPlan,
  { areaName, isHidden }: { areaName: string | null; isHidden: boolean },
): RowFact[] {
  const isNew = plan.service.id === null;
  if (!isNew && plan.changes.length === 0) return [];
  const brings = (field: string) => isNew || plan.changes.some((change) => change.field === field);
  return [
    ...(isNew ? [{ name: "category" as const, value: row.category }] : []),
    ...(isNew ? whereFacts(row, plan, areaName, isHidden) : []),
    ...(brings("provider") || brings("provider-kind") ? providerFacts(row, plan, isNew) : []),
    ...(isNew ? otherFacts(row, plan) : []),
    noteFact(isHidden ? { ...row, note: "" } : row, isHidden),
  ];
}

/** A note may tell what an address would. */
function noteFact(row: ImportRow, isHidden: boolean): RowFact {
  const value = saysOf(row, isHidden);
  return hasNote(row) ? { name: "note", value } : { name: "note", value, standing: "made" };
}

function whereFacts(row: ImportRow, plan: RowPlan, areaName: string | null, isHidden: boolean): RowFact[] {
  if (isHidden || !plan.place) return areaName === null ? [] : [{ name: "area", value: areaName }];
  if (plan.place.id !== null) return [{ name: "place", value: plan.place.name, standing: "known" }];
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

/** Of a provider that is there only its name: what kind it is is not this list's to say. */
function providerFacts({ providerKind }: ImportRow, { provider }: RowPlan, isNew: boolean): RowFact[] {
  const kind = given("provider-kind", provider?.id ? null : providerKind);
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

const standingOf = ({ id }: { id: string | null }) => (id === null ? ("new" as const) : ("known" as const));

function given(name: FactName, value: string | null): RowFact[] {
  return value === null ? [] : [{ name, value }];
}
