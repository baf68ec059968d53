/**
 * Who holds the majority of an organisation, in the order in which it is judged (docs/how-we-count.md): the NHS, the GPs who work at
 * that practice, its member practices, others. Only others are outside the NHS for a GP practice. No class is "no source yet".
 */
export const OWNER_CLASSES = ["nhs", "gps-of-the-practice", "member-practices", "others"] as const;
export type OwnerClass = (typeof OWNER_CLASSES)[number];
