import type { ServiceCategory } from "./category";

/**
 * How the treatment functions of NHS England's waiting-times files become categories of ours, and what a reader calls
 * them. One provider has one service of a category at a site: its treatment functions are the service's specialties.
 * Reviewed by hand on 2026-11-21 against the functions of the extract of April 2026; `docs/data-sources.md` says why.
 */
export type TreatmentFunction = { name: string; category: ServiceCategory };

/** Keyed by the publisher's code: C_… is one treatment function, X… is all the others of a kind. */
export const TREATMENT_FUNCTIONS: Readonly<Record<string, TreatmentFunction>> = {
  // Specialties of surgeons, whether or not this patient was operated on.
  C_100: { name: "General surgery", category: "planned-surgery" },
  C_101: { name: "Urology", category: "planned-surgery" },
  C_110: { name: "Trauma and orthopaedics", category: "planned-surgery" },
  C_120: { name: "Ear, nose and throat", category: "planned-surgery" },
  C_140: { name: "Oral surgery", category: "planned-surgery" },
  C_150: { name: "Neurosurgery", category: "planned-surgery" },
  C_160: { name: "Plastic surgery", category: "planned-surgery" },
  C_170: { name: "Cardiothoracic surgery", category: "planned-surgery" },
  C_502: { name: "Gynaecology", category: "planned-surgery" },
  X05: { name: "Other surgical specialties", category: "planned-surgery" },
  // Eyes and skin have a category of their own, surgical or not.
  C_130: { name: "Ophthalmology", category: "eye-care" },
  C_330: { name: "Dermatology", category: "dermatology" },
  // Specialties of physicians, and what the file does not tell apart.
  C_300: { name: "General internal medicine", category: "outpatient-clinic" },
  C_301: { name: "Gastroenterology", category: "outpatient-clinic" },
  C_320: { name: "Cardiology", category: "outpatient-clinic" },
  C_340: { name: "Respiratory medicine", category: "outpatient-clinic" },
  C_400: { name: "Neurology", category: "outpatient-clinic" },
  C_410: { name: "Rheumatology", category: "outpatient-clinic" },
  C_430: { name: "Elderly medicine", category: "outpatient-clinic" },
  X02: { name: "Other medical specialties", category: "outpatient-clinic" },
  X04: { name: "Other children's specialties", category: "outpatient-clinic" },
  X06: { name: "Other specialties", category: "outpatient-clinic" },
  // Consultant-led care of the mind, not talking therapies, which have waiting times of their own.
  X03: { name: "Other mental health specialties", category: "mental-health" },
};

/** @throws Error for a code that nobody has looked at: a new one must be put into the table before it is counted. */
export function treatmentFunction(code: string): TreatmentFunction {
  const found = TREATMENT_FUNCTIONS[code];
  if (found === undefined) {
    throw new Error(`treatment function ${code} is not in domain/services/treatment-functions.ts`);
  }
  return found;
}
