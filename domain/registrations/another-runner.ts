import type { LegalForm } from "@/domain/providers/legal-form";
import type { RegisteredForm } from "./registration";

/** Who a source names as running general practice at a place; no id where it names nobody. */
export type NamedRunner = {
  providerId: string | null;
  providerName: string | null;
  /** What the organisation is in law; null where no source says. */
  legalForm: LegalForm | null;
};

/** Who is registered there: `providerId` and `name` of an organisation, null and "" for every other form. */
export type RegisteredHolderHere = { form: RegisteredForm; providerId: string | null; name: string };

/** What an organisation may be in law where the register has no name: its partners, or the NHS body itself, can be the very ones. */
const MAY_BE: Readonly<Record<Exclude<RegisteredForm, "organisation" | "not-given">, readonly LegalForm[]>> =
  {
    partnership: ["gp-partnership", "partnership"],
    individual: ["gp-partnership"],
    "nhs-body": ["nhs-body"],
  };

/**
 * Whether somebody else is named as running a practice than is registered there: then sources differ, whichever is newer and whichever
 * came first, and neither overwrites the other by itself.
 */
export function isAnotherRunner(runner: NamedRunner, registered: RegisteredHolderHere): boolean {
  const { providerId, legalForm } = runner;
  if (providerId === null || registered.form === "not-given") return false;
  if (registered.form === "organisation")
    return registered.providerId !== null && !isSameRunner(runner, registered.providerId, registered.name);
  return legalForm === null || !MAY_BE[registered.form].includes(legalForm);
}

/** The organisation itself, none named yet, or one whose whole name the organisation's name begins with ("SSP Health"). */
export function isSameRunner(
  runner: Pick<NamedRunner, "providerId" | "providerName">,
  providerId: string,
  name: string,
): boolean {
  if (runner.providerId === null || runner.providerId === providerId) return true;
  const held = runner.providerName?.toLowerCase() ?? "";
  return held !== "" && name.toLowerCase().startsWith(`${held} `);
}
