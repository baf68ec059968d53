import type { Claim, ClaimField } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { RowChange } from "@/domain/imports/outcome";
import { saysTheSame } from "@/domain/same";

/** What an edition of a register says of a place, as far as it is compared with what is known. */
type Said = { id: string; field: ClaimField; value: unknown; sourceId: string; confirmedOn: string };

/**
 * What a fact of a register's edition would add to a place that is known: nothing where it is in force already, whoever
 * said so, or where this very edition said it before. A register repeats nearly everything from edition to edition.
 * @param held all claims of the place.
 * @param isOurs the register brought the place. To one that others brought it adds no address where one at that postcode
 * is held: theirs may be placed better than by its postcode.
 */
export function registerChange(said: Said, held: readonly Claim[], isOurs: boolean): RowChange | null {
  const ofField = held.filter(({ field }) => field === said.field);
  const inForce = claimsInForce(ofField);
  const isSaid = (claim: Claim) =>
    claim.id === said.id || (claim.sourceId === said.sourceId && saysTheSame(claim.value, said.value));
  const isHeld = ({ value }: Claim) =>
    saysTheSame(value, said.value) ||
    (said.field === "address" &&
      !isOurs &&
      isSameKey(value, said.value) &&
      part(value, "postcode") === part(said.value, "postcode"));
  if (ofField.some(isSaid) || inForce.some(isHeld)) return null;
  const other = inForce.find(({ value }) => isSameKey(value, said.value));
  const { field } = said;
  const to = wordsOf(said.value);
  if (!other) return { field, kind: "sets", from: null, to };
  const from = wordsOf(other.value);
  if (said.confirmedOn < other.confirmedOn) return { field, kind: "contradicts", from, to };
  return { field, from, ...entryChange(said.value, other.value, to) };
}

/** What becomes of an entry: it ends on a day, is not listed any more, or is listed again. Anything else only changes. */
function entryChange(said: unknown, held: unknown, to: string): Pick<RowChange, "kind" | "to"> {
  const end = part(said, "to");
  if (typeof end === "string" && end !== part(held, "to")) return { kind: "ends", to: end };
  if (part(said, "isListed") === false) return { kind: "drops", to: String(part(said, "code")) };
  const wasOver = typeof part(held, "to") === "string" || part(held, "isListed") === false;
  return { kind: wasOver && end === null ? "relists" : "changes", to };
}

function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Of values that a field holds several of at once, the ones that are about the same: a code, or a kind of address. */
function isSameKey(a: unknown, b: unknown): boolean {
  return (["key", "scheme", "code"] as const).every((name) => part(a, name) === part(b, name));
}

/** A value for a person who looks at the preview: a name, an address in a line, a code with its days. */
function wordsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const fields = value as Record<string, unknown>;
  if ("code" in fields) {
    const [from, to] = [fields.from ?? "", fields.isListed === false ? "?" : (fields.to ?? "")];
    return [fields.code, from === "" && to === "" ? "" : `(${from}–${to})`]
      .filter((one) => one !== "")
      .join(" ");
  }
  if (Array.isArray(fields.organisations))
    return fields.organisations.map((one: { name: string }) => one.name).join(", ");
  const where = typeof fields.lat === "number" ? `${fields.lat}, ${fields.lon}` : "";
  return [fields.lines, fields.town, fields.postcode, where].filter((one) => one).join(", ");
}
