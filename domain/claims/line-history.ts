import { saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { claimsAt, type KeptClaim, type RecordEvent } from "@/domain/claims/record-history";

/** A record without a page of its own that a service leads to: what happens to it is told with the service. */
export type LineRecord = { type: "contract" | "commissioner"; id: string };

const LINE_FIELDS: readonly string[] = ["contract", "commissioner"] satisfies LineRecord["type"][];

/** Every contract and payer that was ever said of a service, each once. */
export function lineRecordsOf(claims: readonly KeptClaim[]): LineRecord[] {
  const found = new Map<string, LineRecord>();
  for (const { field, value } of claims)
    if (field === "contract" || field === "commissioner")
      for (const id of idsIn(value)) found.set(id, { type: field, id });
  return [...found.values()];
}

/**
 * What happened to a line's own record while the service had it, after what first made it: the service's own history says when it came. What
 * was only said again is left out too, because a body that pays is confirmed with every list of its services.
 * @param ofService the service's kept claims.
 */
export function eventsOfLine(
  ofService: readonly KeptClaim[],
  { id }: LineRecord,
  events: readonly RecordEvent[],
): RecordEvent[] {
  const hadIt = (at: Date) =>
    claimsInForce(claimsAt(ofService, at)).some(
      ({ field, value }) => LINE_FIELDS.includes(field) && saysSo(value) && idsIn(value).includes(id),
    );
  const isAgain = ({ kind, rows }: RecordEvent) => kind === "facts" && rows.every(({ isSame }) => isSame);
  const [first] = events;
  return events.filter((event) => event !== first && !isAgain(event) && hadIt(event.at));
}
