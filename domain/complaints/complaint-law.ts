/** Whose law a complaint of defamation is made under. The clock of 48 hours is law in England and Wales alone. */
export const COMPLAINT_LAWS = ["england-wales", "scotland", "northern-ireland"] as const;
export type ComplaintLaw = (typeof COMPLAINT_LAWS)[number];
