import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit/action";
import { daySchema } from "@/domain/dates/partial-date";
import { readTypedDate } from "@/domain/dates/typed-date";

/** What an address of the audit asks for. Null for what is not narrowed by. */
export type AuditFilter = {
  /** As typed: an id, its last four letters, or the name of a job of ours. */
  who: string | null;
  /** As typed: the address of a page, or an id. */
  about: string | null;
  action: AuditAction | null;
  /** Days in the United Kingdom, ISO, both included. */
  from: string | null;
  until: string | null;
};

/** Fields of which what was typed cannot be read. */
export type AuditFilterProblem = "from" | "until";

const LONGEST = 300;

/** Reads an address. What is no date is told and sifts nothing. @param get the value of a name, or nothing. */
export function readAuditFilter(get: (name: string) => string | null | undefined): {
  filter: AuditFilter;
  problems: AuditFilterProblem[];
} {
  const text = (name: string) => get(name)?.trim().slice(0, LONGEST) || null;
  const problems: AuditFilterProblem[] = [];
  const day = (name: AuditFilterProblem) => {
    const typed = text(name);
    if (typed === null) return null;
    const read = daySchema.safeParse(readTypedDate(typed));
    if (!read.success) problems.push(name);
    return read.success ? read.data : null;
  };
  const asked = get("action");
  const filter = {
    who: text("who"),
    about: text("about"),
    action: AUDIT_ACTIONS.find((known) => known === asked) ?? null,
    from: day("from"),
    until: day("until"),
  };
  return { filter, problems };
}

/** The query of an address, with its "?", or "" where nothing is asked for. @param before entries older than this number. */
export function writeAuditFilter(filter: AuditFilter, before: number | null = null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value);
  if (before !== null) query.set("before", String(before));
  return query.size === 0 ? "" : `?${query}`;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The id in what somebody typed or copied from an address, such as that of a report's page. @returns null where there is none. */
export function idWithin(typed: string): string | null {
  return UUID.exec(typed)?.[0].toLowerCase() ?? null;
}
