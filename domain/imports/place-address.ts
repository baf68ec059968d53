import type { KnownPlace } from "@/domain/imports/match";
import type { RowChange, RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { metresBetween } from "@/domain/places/distance";

type Address = Pick<ImportRow, "address" | "town" | "postcode" | "lat" | "lon">;

/** Metres between a row's coordinates and ours above which the two are not the same site. */
const TOO_FAR = 1000;

/** True for a place that nobody has placed, or only at the centre of its town. */
export function isUnplaced({ precision }: KnownPlace): boolean {
  return precision === null || precision === "town";
}

/**
 * The address that a row adds to a place of ours which has none, or is known only to its town. Where ours is exact the
 * row's is not taken: `addressProblem` says where the two differ.
 */
export function addressChange(row: Address, place: KnownPlace): RowChange | null {
  if (!isUnplaced(place) || !isExact(row)) return null;
  const from = [place.lines, place.town, place.postcode].filter(Boolean).join(", ");
  const { address, town, postcode, lat, lon } = withHeld(row, place);
  const to = [address, town, postcode, lat === null ? "" : `${lat}, ${lon}`].filter(Boolean).join(", ");
  return { field: "address", kind: from === "" ? "sets" : "changes", from: from || null, to };
}

/** A row that places a place better, with what we have of its address where the row says nothing. */
export function withHeld(row: Address, held: Pick<KnownPlace, "lines" | "town" | "postcode">): Address {
  const { lat, lon } = row;
  const address = row.address || held.lines;
  return { address, town: row.town || held.town, postcode: row.postcode || held.postcode, lat, lon };
}

/** Where a row's address is another than the exact one that we hold: ours stays, and somebody should look. */
export function addressProblem(row: Address, place: KnownPlace): RowProblem | null {
  if (isUnplaced(place) || !isExact(row)) return null;
  const isOther = row.postcode !== "" && place.postcode !== "" && row.postcode !== place.postcode;
  const { lat, lon } = row;
  const isFar =
    lat !== null && lon !== null && place.lat !== null && place.lon !== null
      ? metresBetween({ lat, lon }, { lat: place.lat, lon: place.lon }) > TOO_FAR
      : false;
  if (!isOther && !isFar) return null;
  const detail = [place.lines, place.town, place.postcode].filter(Boolean).join(", ");
  return { column: isOther ? "postcode" : "latitude", code: "address-differs", detail };
}

function isExact({ postcode, lat }: Address): boolean {
  return postcode !== "" || lat !== null;
}
