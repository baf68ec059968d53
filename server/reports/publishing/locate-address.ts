import type { Db } from "@/db/client";
import { findSourceIdsByKey, insertSources, type NewSourceRow } from "@/db/queries/sources";
import { findTownCentre } from "@/db/reference/town-centres";
import type { AddressValue } from "@/domain/claims/claim";
import { InvalidInputError } from "@/domain/errors";
import { storedPoint } from "@/domain/reports/typed-point";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { problemOfPostcode } from "@/server/look-up/problem-of-postcode";
import { findPostcode } from "@/server/reference/find-postcode";

/** Where an address stands and which reference says so; null where none does. */
export type Located = {
  address: AddressValue;
  evidence: { reference: keyof typeof REFERENCES; says: string } | null;
  /** Whether a volunteer put it there, with a pin: no reference says so. */
  isPinned?: true;
};

/** An address as a report gives it; `point` as `readTypedPoint` keeps it. */
export type GivenPlace = Pick<AddressValue, "lines" | "town" | "postcode"> & { point?: string | undefined };

const OGL = "Open Government Licence v3.0";

/** The documents that positions come from. Their own facts: a volunteer's source does not say where a postcode is. */
const REFERENCES = {
  postcodes: {
    kind: "register",
    title: "Code-Point Open, and Northern Ireland postcodes of the NISRA lookup",
    publisher: "Ordnance Survey; NISRA",
    url: "https://www.ordnancesurvey.co.uk/products/code-point-open",
    publishedOn: "2025",
    licence: OGL,
    sourceKey: "position/postcodes",
  },
  towns: {
    kind: "other",
    title: "United Kingdom Cities Database",
    publisher: "simplemaps",
    url: "https://simplemaps.com/data/gb-cities",
    publishedOn: "2023",
    licence: "CC BY 4.0",
    sourceKey: "position/towns",
  },
} satisfies Record<string, NewSourceRow>;

/**
 * Positions an address by the pin that was put there, else by its postcode, else by its town where only one town of that name is known, else not at all.
 * Nothing is invented: a position known only to the town says so in its precision.
 * @throws InvalidInputError for a postcode that does not exist: a wrong area would be worse than none.
 */
export async function locateAddress({ point = "", ...given }: GivenPlace): Promise<Located> {
  const bare: AddressValue = { key: "main", ...given, lon: null, lat: null, precision: null };
  if (point !== "") return { address: atPoint(bare, point), evidence: null, isPinned: true };
  if (given.postcode.trim() !== "") {
    const found = findPostcode(given.postcode);
    if (found.status === "no-position")
      return { address: { ...bare, postcode: found.postcode }, evidence: null };
    if (found.status !== "found")
      throw new InvalidInputError({ place: problemOfPostcode(given.postcode) ?? "postcode-unknown" });
    const { postcode, lon, lat } = found;
    const precision = found.precision === "small-area" ? "small-area" : "postcode";
    return {
      address: { ...bare, postcode, lon, lat, precision },
      evidence: { reference: "postcodes", says: `Gives the position of ${postcode}.` },
    };
  }
  const town = findTownCentre(given.town);
  if (!town) return { address: bare, evidence: null };
  return {
    address: { ...bare, lon: town.lon, lat: town.lat, precision: "town" },
    evidence: town.outcode
      ? {
          reference: "postcodes",
          says: `Gives the middle of the postcodes ${town.outcode} in ${town.name}; not the site itself.`,
        }
      : { reference: "towns", says: `Gives the centre of ${town.name}; not the site itself.` },
  };
}

/** @throws InvalidInputError for a point that is no place of the United Kingdom, or far from the postcode. */
function atPoint(bare: AddressValue, typed: string): AddressValue {
  const given = bare.postcode.trim();
  const unit = given === "" ? null : findPostcode(given);
  const problem = problemOfPoint(typed, given) ?? (given === "" ? null : problemOfPostcode(given));
  const point = storedPoint(typed);
  if (problem || !point) throw new InvalidInputError({ place: problem ?? "point-shape" });
  const postcode = unit && "postcode" in unit ? unit.postcode : given;
  const { lon, lat, isApproximate } = point;
  return { ...bare, postcode, lon, lat, precision: isApproximate ? "small-area" : "site" };
}

/** The id of the source that a position is cited from, stored at its first use. */
export async function sourceOfPosition(db: Db, reference: keyof typeof REFERENCES): Promise<string> {
  const row = REFERENCES[reference];
  await insertSources(db, [row]);
  const id = (await findSourceIdsByKey(db, [row.sourceKey])).get(row.sourceKey);
  if (!id) throw new Error(`no source ${row.sourceKey}`);
  return id;
}
