/** What a complaint says is wrong. Here, because the queue is sifted by it and complaints need much that needs the queue. */
export const COMPLAINT_KINDS = [
  "wrong-provider",
  "wrong-place",
  "closed",
  "names-a-person",
  "unsafe",
  "legal",
  "other",
  "out-of-date",
  "defamation",
] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];
