import type { ProviderKind } from "@/domain/providers/legal-form";
import type { LineFact } from "@/domain/reports/service-lines";

/** What a fact of a row is, which says how it is put into words. */
export type ChangeValue =
  | { is: "text"; text: string }
  | { is: "date"; date: string }
  | {
      is:
        | "category"
        | "status"
        | "place-kind"
        | "legal-form"
        | "owner-class"
        | "registration"
        | "provider-kind"
        | "company-status"
        | "contract-type"
        | "award-route"
        | "dropped"
        | "new-name"
        | "source-kind"
        | "naming"
        | "proof"
        | "mapped";
      key: string;
    }
  /** A new place by its name and what is known of its address, with the coordinates of its pin. */
  | { is: "pinned"; text: string; point: string }
  /** What has no place of its own, by the area that it serves. */
  | { is: "area-served"; name: string }
  /** Whoever runs it where nobody says who; "" where the kind of organisation is not known either. */
  | { is: "not-known"; kind: ProviderKind | "" }
  /** A contract, and how many other services run under it: what changes of it changes for them too. */
  | { is: "contract"; name: string; others: number }
  /** A service that our map has at a place, run from outside the NHS. */
  | { is: "on-map"; name: string; provider: string | null; since: string | null };

/** One line of what a report about an entry would change: what the public pages say now and what they would say. */
export type ChangedFact = {
  field:
    | "name"
    | "category"
    | "status"
    | "started-on"
    | "ended-on"
    | "moved-on"
    | "provider"
    | "place"
    | "kind"
    | "address"
    | "name-cy"
    | "point"
    | "provider-kind"
    | "legal-form"
    | "companies-house-number"
    | "regulator-number"
    | "company-status"
    | "website"
    | "about"
    | "owners"
    | "parent"
    | "owner-class"
    | "registration"
    | LineFact
    | "confirmed"
    | "same-as"
    | "check"
    | "on-map"
    /** A service that begins with it, at a practice that counted as none. */
    | "begins";
  /** Null where the entry says nothing of it. */
  before: ChangeValue | null;
  after: ChangeValue | null;
};
