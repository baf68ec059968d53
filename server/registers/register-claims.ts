import { whySameHospital } from "@/db/reference/same-hospitals";
import { starterId } from "@/db/seed/starter/starter-id";
import type { ClaimField } from "@/domain/claims/claim";
import { dateInWords } from "@/domain/dates/in-words";
import type { RegisterPlace } from "@/domain/places/register-place";
import type { ClaimDraft } from "@/server/records/save-records";
import { operatorOf } from "./operator-of";
import type { RegisterSource } from "./register-sources";

export type RegisterClaim = ClaimDraft & { id: string };

/**
 * What one edition of a register says of a place, a claim for each fact. Their ids are the same in every installation and
 * for every load of that edition.
 */
export function registerClaims(place: RegisterPlace, { row, confirmedOn }: RegisterSource): RegisterClaim[] {
  const claim = (field: ClaimField, value: unknown, says: string): RegisterClaim => ({
    id: starterId(`place/${place.key}#${field}#${JSON.stringify(value)}#${row.sourceKey}`),
    field,
    value,
    sourceId: row.id,
    says,
    confirmedOn,
  });
  const code = place.identifiers[0]?.code ?? "";
  const operator = operatorOf(place);
  return [
    claim("name", place.name, nameSays(place, code)),
    claim("kind", place.kind, kindSays(place, code)),
    ...place.identifiers.map((identifier) =>
      claim("identifier", identifier, identifierSays(place, identifier, code)),
    ),
    claim("address", { key: "main", ...place.address }, addressSays(place.address, code)),
    ...(operator ? [claim("operator", operator, kindSays(place, code))] : []),
  ];
}

const said = (day: string) => dateInWords(day, "en");

function nameSays({ register, name }: RegisterPlace, code: string): string {
  return register === "diagnostic-centres" ? `Lists "${name}".` : `Gives the name of ${code}.`;
}

function kindSays({ register, parents }: RegisterPlace, code: string): string {
  if (register === "gp-practices") return `Lists ${code} as a GP practice with an active entry.`;
  if (register === "diagnostic-centres") {
    return "Lists it as a community diagnostic centre. The list does not say who runs it.";
  }
  if (register === "nhs-trusts") {
    return `Lists ${code} as an NHS trust and gives the address of its head office. It is an organisation's address, not a place where patients go.`;
  }
  const named = parents.map((parent) => `${parent.name} (${parent.code})`).join(" and of ");
  return `Lists ${code} as a hospital of ${named}.`;
}

type Identifier = RegisterPlace["identifiers"][number];

function identifierSays({ register }: RegisterPlace, { code, from, to }: Identifier, now: string): string {
  if (register === "diagnostic-centres") return "Lists it under this name; the list has no codes.";
  if (register === "hospitals") {
    const why = whySameHospital(code);
    return why === undefined
      ? `Gives it the site code ${code}.`
      : `Has it under the code ${code} too. ${why}`;
  }
  const since = from === null ? "" : ` since ${said(from)}`;
  if (to === null) return `Lists ${code} as open${since}${register === "nhs-trusts" ? "" : " and active"}.`;
  const span = from === null ? "" : ` from ${said(from)}`;
  return `Lists ${code}, of the same name and postcode as ${now}, as open${span} and closed on ${said(to)}.`;
}

export function addressSays({ precision, postcode }: RegisterPlace["address"], code: string): string {
  const gives = `Gives the address${code === "" ? "" : ` of ${code}`}`;
  if (precision === "site") return `${gives} and its position.`;
  if (precision === "postcode") return `${gives}; the position is that of the postcode ${postcode}.`;
  if (postcode === "") return `${gives}, without a postcode.`;
  if (precision === null) return `${gives}; where ${postcode} lies, no source of ours says.`;
  return `${gives}; the position is approximate, because ${postcode} is known only to a small area.`;
}
