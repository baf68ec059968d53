import type { ContractLead } from "@/domain/places/register-place";

export type LeadArea = { slug: string; name: string; nameCy: string | null };

/** A practice whose contract's holder somebody could find out, at a place of ours. */
export type Lead = {
  code: string;
  /** As the payments list names it; the place may have another name by now. */
  name: string;
  place: { slug: string; name: string; nameCy: string | null };
  constituency: LeadArea | null;
  board: LeadArea | null;
};

export type LeadsPageData = {
  /** Financial year of the list, such as 2022-23. */
  year: string;
  /** How many the list names, found out or not. */
  total: number;
  leads: Lead[];
  /** How many of those shown have dropped out because somebody found out. */
  known: number;
  /** Practices without an active entry, at no place of ours; only where no board is chosen: they lie in none. */
  ended: ContractLead[];
  boards: LeadArea[];
  board: LeadArea | null;
};

/** Leads under the board they lie in, boards by name; those of which no board is known stand last. Their order is kept. */
export function leadsByBoard(leads: readonly Lead[]): { board: LeadArea | null; leads: Lead[] }[] {
  const groups = new Map<string, { board: LeadArea | null; leads: Lead[] }>();
  for (const lead of leads) {
    const key = lead.board?.slug ?? "";
    const group = groups.get(key) ?? { board: lead.board, leads: [] };
    group.leads.push(lead);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) =>
    a.board === null ? 1 : b.board === null ? -1 : a.board.name.localeCompare(b.board.name, "en"),
  );
}
