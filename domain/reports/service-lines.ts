import { z } from "zod";
import type { ClaimField } from "@/domain/claims/claim";
import { AWARD_ROUTES, CONTRACT_TYPES } from "@/domain/contracts/contract";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { readTypedDate } from "@/domain/dates/typed-date";
import { oneLine } from "@/domain/language/plain-text";
import { isOneOf } from "@/domain/lists/is-one-of";

/**
 * The lines of a service: who pays for it, the contracts it runs under and the areas it serves. Each is corrected from the service's
 * page, because none has a page of its own; docs/decisions/0104.
 */

const textOf = (max: number) => z.string().overwrite(oneLine).trim().max(max, "too-long");
const name = textOf(200).min(2, "required");
const dayOrNone = partialDateSchema.or(z.literal(""));
/** Whole pounds as text without commas: "£1,250,000" is "1250000". */
const pounds = z
  .string()
  .overwrite((text) => text.replace(/[£,\s]/g, ""))
  .regex(/^\d{1,12}$/, "pounds");

/** Its days and its value alone are of no contract that anybody could find. */
const WITHOUT_NAME = { path: ["contractType"], error: "contract-named" };

/** A contract that is missing, as its form gives it; "" where the source does not say. */
export const newContractSchema = z
  .object({
    contractType: z.enum(CONTRACT_TYPES, "choice").or(z.literal("")),
    noticeReference: textOf(200),
    covers: textOf(300),
    contractStartsOn: dayOrNone,
    contractEndsOn: dayOrNone,
    valuePounds: pounds.or(z.literal("")),
  })
  .refine(
    (said) => said.contractType !== "" || said.noticeReference !== "" || said.covers !== "",
    WITHOUT_NAME,
  );
export type NewContract = z.infer<typeof newContractSchema>;
/** The fields of that form, in the order of the page. */
export const NEW_CONTRACT_FIELDS = [
  "contractType",
  "noticeReference",
  "covers",
  "contractStartsOn",
  "contractEndsOn",
  "valuePounds",
] as const satisfies readonly (keyof NewContract)[];

/** What a missing contract is said to be, as facts of its record in the order of the form; what the source does not say is none. */
export function factsOfContract(said: NewContract): [ContractFact, string | number][] {
  const given: [ContractFact, string | number][] = [
    ["type", said.contractType],
    ["notice-reference", said.noticeReference],
    ["covers", said.covers],
    ["starts-on", said.contractStartsOn],
    ["ends-on", said.contractEndsOn],
    ["value-pounds", said.valuePounds === "" ? "" : Number(said.valuePounds)],
  ];
  return given.filter(([, value]) => value !== "");
}

/** @param form as it was typed. */
export function typedContract(form: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const text = (field: string) => form[field] ?? "";
  return Object.fromEntries(
    NEW_CONTRACT_FIELDS.map((field) => [
      field,
      field.endsWith("On") ? readTypedDate(text(field)) : text(field),
    ]),
  );
}

/** That a line is not so, and what is right instead is not said. */
const dropped = z.literal("dropped");

/** What can be corrected of the lines of a service, each with the shape of what is right. */
export const LINE_FACTS = {
  /** Another body pays for it, by its name. */
  commissioner: name,
  /** The body that pays is called something else, wherever it is named. */
  "commissioner-name": name,
  "commissioner-dropped": dropped,
  /** The id of an area that it serves: in place of the one that is meant, or beside those that are there. */
  "serves-area": z.uuid("choice"),
  "serves-area-dropped": dropped,
  /** A contract that is missing. */
  contract: newContractSchema,
  "contract-dropped": dropped,
  "contract-type": z.enum(CONTRACT_TYPES, "choice"),
  "contract-award-route": z.enum(AWARD_ROUTES, "choice"),
  "contract-notice-reference": name,
  "contract-covers": textOf(300).min(2, "required"),
  "contract-starts-on": partialDateSchema,
  "contract-ends-on": partialDateSchema,
  "contract-value-pounds": pounds,
  /** Names of organisations. */
  "contract-holder": name,
  "contract-commissioner": name,
} as const;
export type LineFact = keyof typeof LINE_FACTS;

/** The same by what the line is, in the order of the page that asks which; the first of each needs no line that is there. */
const FACTS_OF = {
  commissioner: ["commissioner", "commissioner-name", "commissioner-dropped"],
  area: ["serves-area", "serves-area-dropped"],
  contract: [
    "contract-ends-on",
    "contract-starts-on",
    "contract-value-pounds",
    "contract-notice-reference",
    "contract-covers",
    "contract-type",
    "contract-award-route",
    "contract-holder",
    "contract-commissioner",
    "contract-dropped",
  ],
} as const satisfies Record<string, readonly LineFact[]>;
export type LineKind = keyof typeof FACTS_OF;

/** What can be said of a line that is there. */
export function factsOfLine(kind: LineKind): readonly LineFact[] {
  return FACTS_OF[kind];
}

const WITHOUT_LINE: ReadonlySet<string> = new Set(["commissioner", "serves-area", "contract"]);

/** Whether a fact can be of a line of this kind. */
export function isFactOf(kind: LineKind, field: string): boolean {
  return FACTS_OF[kind].some((known) => known === field);
}

export function isLineFact(field: string): field is LineFact {
  return Object.hasOwn(LINE_FACTS, field);
}

/** Whether a fact can only be of a line that is there, by its id. */
export function needsLine(field: string): boolean {
  return isLineFact(field) && !WITHOUT_LINE.has(field);
}

const DROPPING = [
  "commissioner-dropped",
  "serves-area-dropped",
  "contract-dropped",
] as const satisfies LineFact[];
export type DroppingFact = (typeof DROPPING)[number];

export function isDropping(field: string): field is DroppingFact {
  return isOneOf(DROPPING, field);
}

const OF_CONTRACT = [
  "type",
  "award-route",
  "notice-reference",
  "covers",
  "starts-on",
  "ends-on",
  "value-pounds",
  "holder",
  "commissioner",
] as const satisfies readonly ClaimField<"contract">[];
export type ContractFact = (typeof OF_CONTRACT)[number];

/** The field of a contract's own record that a fact is about; null for every other fact. */
export function contractFactOf(field: string): ContractFact | null {
  const [start, rest] = [field.slice(0, "contract-".length), field.slice("contract-".length)];
  return start === "contract-" && isOneOf(OF_CONTRACT, rest) ? rest : null;
}

/** The field of a service's own page under which a corrected fact stands: of a line, what the line is. */
export function fieldOnPage(field: string): string {
  if (!isLineFact(field)) return field;
  if (field.startsWith("contract")) return "contract";
  return field.startsWith("commissioner") ? "commissioner" : "serves-area";
}
