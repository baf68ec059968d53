import { z } from "zod";
import { dateInWords } from "@/domain/dates/in-words";
import { daySchema } from "@/domain/dates/partial-date";
import { REGISTERED_FORMS, type RegisteredForm } from "./registration";

const number = z.string().regex(/^[A-Z0-9-]{3,20}$/);

const known = {
  locationId: number,
  code: z.string().regex(/^[A-Z]\d{5}$/),
  registeredOn: daySchema,
  /** The day it ended, where the edition gives one. */
  endedOn: daySchema.nullable(),
};
const organisation = z.strictObject({
  providerId: number,
  name: z.string().min(1).max(400),
  companyNumber: z
    .string()
    .regex(/^[A-Z0-9]{8}$/)
    .nullable(),
  charityNumber: z.string().max(40).nullable(),
});

/**
 * A registration as an edition of the register says it, and as an import keeps it. Strict: of a partnership or a person there is no
 * field that could hold a name or a number.
 */
export const saidRegistrationSchema = z.discriminatedUnion("form", [
  z.strictObject({
    ...known,
    form: z.literal("organisation"),
    organisation,
    locationName: z.string().max(400),
  }),
  z.strictObject({ ...known, form: z.enum(REGISTERED_FORMS).exclude(["organisation"]) }),
]);
export type SaidRegistration = z.infer<typeof saidRegistrationSchema>;

const FORMS: Record<Exclude<RegisteredForm, "organisation">, string> = {
  partnership: "a partnership",
  individual: "one person",
  "nhs-body": "an NHS body",
  "not-given": "somebody whose form is not given",
};

/** Who is registered, as a sentence names them: an organisation by its name, anybody else by the form. */
export function holderInWords(
  holder:
    | { form: Exclude<RegisteredForm, "organisation"> }
    | { form: "organisation"; organisation: { name: string } },
): string {
  return holder.form === "organisation" ? holder.organisation.name : FORMS[holder.form];
}

/** A registration for a person who looks at a preview or a proposal. */
export function registrationInWords(one: SaidRegistration): string {
  const ended = one.endedOn === null ? "" : `, until ${dateInWords(one.endedOn, "en")}`;
  return `${holderInWords(one)}, ${dateInWords(one.registeredOn, "en")}${ended}`;
}
