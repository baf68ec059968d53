import { type KnownPlace, matchPlace } from "@/domain/imports/match";
import { isLeftOut, type RowDecision, type RowPlan } from "@/domain/imports/outcome";
import type { NamedProvider } from "@/domain/imports/provider-match";
import { looseName } from "@/domain/imports/provider-name";
import type { ImportRow } from "@/domain/imports/row";
import { plainName } from "@/domain/names/plain-name";

/** A place that an earlier row of the list would make; `number` is that row's. */
export type PlaceBefore = KnownPlace & { number: number };

export type PlannedBefore = {
  number: number;
  row: ImportRow | null;
  plan: RowPlan | null;
  decision: RowDecision;
};

/**
 * What the rows of one list that are already planned would make, for those behind them: a place or an organisation that
 * a list names twice is one, by the same rules as one that we hold. A row knows of those before it only, so it reads the
 * same whatever stands behind it.
 */
export type RowsBefore = {
  placeOf: (row: ImportRow, number: number) => PlaceBefore | null;
  /** Providers of the same loose name that earlier rows would make, under the first name of each. */
  providersOf: (name: string, number: number) => NamedProvider[];
  /** The row that is about the same service: same place, kind of care and provider. */
  twinOf: (row: ImportRow, plan: RowPlan, number: number) => number | null;
  /** Of a planned row. One that is refused, or left out, makes nothing. */
  add: (planned: PlannedBefore) => void;
};

export function rowsBefore(): RowsBefore {
  const places = new Map<string, PlaceBefore[]>();
  const providers = new Map<string, (NamedProvider & { row: number })[]>();
  const services = new Map<string, number>();
  const placeOf: RowsBefore["placeOf"] = (row, number) => {
    const near = [...new Set(placeKeys(row).flatMap((key) => places.get(key) ?? []))].filter(
      (place) => place.number < number,
    );
    // The same words say the same place, also where they are only a name in a town or at a point.
    const alike = near.find(
      (place) => row.postcode === "" && place.postcode === "" && isSameCode(row, place),
    );
    if (alike) return alike;
    const match = matchPlace(row, near);
    return match.kind === "same" ? (near.find(({ id }) => id === match.place.id) ?? null) : null;
  };
  return {
    placeOf,
    providersOf: (name, number) => (providers.get(looseName(name)) ?? []).filter(({ row }) => row < number),
    twinOf: (row, plan, number) => {
      const first = services.get(serviceKey(row, plan, number));
      return first !== undefined && first < number ? first : null;
    },
    add: ({ number, row, plan, decision }) => {
      if (!row || !plan || isLeftOut(decision)) return;
      if (plan.place?.id === null) {
        const first = placeOf(row, number);
        const place = first ?? newPlace(row, number);
        if (first && row.registerCode && !first.codes.includes(row.registerCode))
          first.codes.push(row.registerCode);
        if (first?.postcode === "") first.postcode = row.postcode;
        for (const key of placeKeys(row)) push(places, key, place);
      }
      if (plan.provider?.id === null && plan.provider.row === undefined) {
        const { name } = plan.provider;
        push(providers, looseName(name), { id: `row ${number}`, name, row: number });
      }
      const key = serviceKey(row, plan, number);
      if (row.areaId === null && !services.has(key)) services.set(key, number);
    },
  };
}

/** What ties a row to others of its list: those that share one of these may read differently once it is repaired. */
export function tiesOf(row: ImportRow): string[] {
  const where = row.areaId === null ? placeKeys(row) : [];
  return row.provider === null ? where : [...where, `provider ${looseName(row.provider)}`];
}

/** By what the place of a row can be found again: never only its name. */
function placeKeys({ place, registerCode, postcode, town, lat, lon }: ImportRow): string[] {
  const name = plainName(place);
  return [
    ...(registerCode === null ? [] : [`code ${registerCode}`]),
    ...(postcode === "" ? [] : [`at ${postcode} ${name}`]),
    ...(town === "" ? [] : [`in ${plainName(town)} ${name}`]),
    ...(postcode === "" && town === "" && lat !== null ? [`on ${lat} ${lon} ${name}`] : []),
  ];
}

function newPlace(row: ImportRow, number: number): PlaceBefore {
  const { place: name, registerCode, address: lines, postcode, town, lat, lon } = row;
  const codes = registerCode === null ? [] : [registerCode];
  const where = { lines, postcode, town, lat, lon, precision: null };
  return { id: `row ${number}`, number, name, kind: "other", ...where, codes, endedCodes: [] };
}

function isSameCode({ registerCode }: ImportRow, { codes }: KnownPlace): boolean {
  return registerCode === null || codes.length === 0 || codes.includes(registerCode);
}

function serviceKey(row: ImportRow, { place, provider }: RowPlan, number: number): string {
  // A practice and its branch are one place with two addresses, and a service at each.
  const where = `${place?.id ?? `row ${place?.row ?? number}`} ${place?.addressKey ?? "main"}`;
  const who = provider && (provider.id ?? `row ${provider.row ?? number}`);
  return [where, row.category, who ?? ""].join("|");
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}
