import type { ContractLead } from "@/domain/places/register-place";

export type LeadArea = { slug: string; name: string; nameCy: string | null };

/** A practice whose contract's holder somebody could find out, at a place of ours. */
export type Lead = {
  code: string;
  /** As the payments list names it; the place may have another name by now. */
  name: string;
  place: { slug: string; name: string; nameCy: string | null };
  constituency: LeadArea | null;
  healthBody: LeadArea | null;
};

export type LeadsPageData = {
  /** Financial year of the list, such as 2022-23. */
  year: string;
  /** The list itself, where its publisher offers it. */
  source: { title: string; publisher: string; url: string };
  /** How many the list names, found out or not. */
  total: number;
  leads: Lead[];
  /** How many of those shown have dropped out because somebody found out. */
  known: number;
  /** Practices without an active entry, at no place of ours; only where no health body is chosen: they lie in none. */
  ended: ContractLead[];
  healthBodies: LeadArea[];
  healthBody: LeadArea | null;
};

/** Leads under the health body they lie in, health bodies by name; those of which no health body is known stand last. Their order is kept. */
export function leadsByHealthBody(leads: readonly Lead[]): { healthBody: LeadArea | null; leads: Lead[] }[] {
  const groups = new Map<string, { healthBody: LeadArea | null; leads: Lead[] }>();
  for (const lead of leads) {
    const key = lead.healthBody?.slug ?? "";
    const group = groups.get(key) ?? { healthBody: lead.healthBody, leads: [] };
    group.leads.push(lead);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) =>
    a.healthBody === null
      ? 1
      : b.healthBody === null
        ? -1
        : a.healthBody.name.localeCompare(b.healthBody.name, "en"),
  );
}

/** An awarded contract of which nobody has said where its care is: a row of notices that were brought. Dates ISO or empty. */
export type NoticeLead = {
  key: string;
  supplier: string;
  buyer: string;
  title: string;
  reference: string;
  startsOn: string;
  endsOn: string;
  /** Pounds as the notice says them, in digits; empty where it does not. */
  pounds: string;
  source: { title: string; publisher: string; url: string };
};

/** A clinic of which we know the town and no more. `page`: where its operator's site may state the address; nobody has opened it. */
export type ClinicLead = {
  slug: string;
  name: string;
  nameCy: string | null;
  town: string;
  page: string | null;
};
