import { writtenName } from "@/domain/names/plain-name";
import { metresBetween } from "@/domain/places/distance";
import { questionOf } from "@/domain/reports/change-form";
import {
  type ChangeProposal,
  type GivenAddress,
  type StoredChange,
  whereSchema,
} from "@/domain/reports/change-proposals";
import { chosenArea } from "@/domain/reports/serves-area";
import { storedPoint } from "@/domain/reports/typed-point";

/** Whether two changes of one entry say the same of it, whatever their sources: then one of them is enough. */
export function isSameChange(one: ChangeProposal, other: StoredChange): boolean {
  if (other.kind === "merge" || other.kind === "revert" || other.kind === "new-service") return false;
  const [a, b] = [questionOf(one), questionOf(other)];
  if (a.question !== b.question || a.about.type !== b.about.type || a.about.id !== b.about.id) return false;
  if (one.kind === "change" && other.kind === "change")
    return agreeOnDay(one.on, other.on) && isSameMove(one, other);
  if (one.kind === "correction" && other.kind === "correction")
    return (
      one.field === other.field &&
      one.lineId === other.lineId &&
      isSameValue(one.field, one.proposed, other.proposed)
    );
  if (one.kind === "same-as" && other.kind === "same-as") return one.otherId === other.otherId;
  // That it is still there, or was checked, is the same whoever says it.
  return true;
}

type Change = Extract<ChangeProposal, { kind: "change" }>;

/** "" is no day, and says nothing against one; "2024" and "2024-04" can both be so. */
export function agreeOnDay(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function isSameMove(one: Change, other: Change): boolean {
  if (one.change === "new-provider" && other.change === "new-provider")
    return writtenName(one.providerName) === writtenName(other.providerName);
  if (one.change !== "moved" || other.change !== "moved") return true;
  if (one.placeId !== null && other.placeId !== null) return one.placeId === other.placeId;
  const [area, otherArea] = [chosenArea(one), chosenArea(other)];
  if (area !== null || otherArea !== null) return area === otherArea;
  if (one.point && other.point && !isSamePoint(one.point, other.point)) return false;
  const where = ({ placeName, town, postcode }: typeof one) =>
    [writtenName(placeName), plainCode(postcode) || writtenName(town)].join(" / ");
  return where(one) === where(other);
}

/** Whether an address that is given is one that stands: all that is given of it, and at least its postcode, or its street and town. */
export function agreeOnAddress(given: GivenAddress, stands: GivenAddress): boolean {
  const agrees = (one: string, other: string) => one === "" || one === other;
  const lines = writtenName(given.addressLines);
  const postcode = plainCode(given.postcode);
  return (
    agrees(lines, writtenName(stands.addressLines)) &&
    agrees(writtenName(given.town), writtenName(stands.town)) &&
    agrees(postcode, plainCode(stands.postcode)) &&
    (postcode !== "" || lines !== "")
  );
}

/** What two corrections of one fact say is right. */
function isSameValue(field: string, one: unknown, other: unknown): boolean {
  if (field !== "address" && field !== "point") return written(one) === written(other);
  if (field === "point") return isSamePoint(String(one), String(other));
  const [a, b] = [whereSchema.safeParse(one).data, whereSchema.safeParse(other).data];
  return a !== undefined && b !== undefined && writtenAddress(a) === writtenAddress(b);
}

function isSamePoint(one: string, other: string): boolean {
  const [a, b] = [storedPoint(one), storedPoint(other)];
  return a !== null && b !== null && metresBetween(a, b) < SAME_POINT_METRES;
}

/** Two readings of one point, cut to a metre. */
export const SAME_POINT_METRES = 2;

const writtenAddress = ({ addressLines, town, postcode }: GivenAddress) =>
  [writtenName(addressLines), writtenName(town), plainCode(postcode)].join(" / ");

const plainCode = (postcode: string) => postcode.replace(/\s+/g, "").toUpperCase();

function written(proposed: unknown): string {
  if (typeof proposed === "string") return writtenName(proposed);
  const entries = Object.entries(proposed ?? {}).map(([key, value]) => [key, writtenName(String(value))]);
  return JSON.stringify(entries.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}
