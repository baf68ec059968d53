import { readRegistrationChecks } from "@/db/reference/registration-checks";
import { type CheckTally, tallyChecks } from "@/domain/registrations/checks";

/** How far the regulator's register held where its rows were checked by hand, by form. */
export function registrationCheckTallies(): CheckTally[] {
  return tallyChecks(readRegistrationChecks());
}
