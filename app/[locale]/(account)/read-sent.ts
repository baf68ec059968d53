import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { isOneOf } from "@/domain/lists/is-one-of";
import { isReference, MAILED, type Sent } from "@/domain/senders/sender";

/** What a form that needs no account puts into the address it leads to, and what the page there reads of it. */
export function sentQuery({ reference, mailed }: Sent): string {
  return new URLSearchParams({ sent: reference, mailed }).toString();
}

/** Null for whatever no form of ours put there. */
export async function sentInQuery(query: Query): Promise<Sent | null> {
  const reference = await queryValue(query, "sent");
  const mailed = await queryValue(query, "mailed");
  return isReference(reference) && isOneOf(MAILED, mailed) ? { reference, mailed } : null;
}
