/** Where a chain stands: the number of its last entry and that entry's hash. Written `1234:9f86…` in logs and mails. */
export type ChainHead = { number: number; hash: string };

/** What is wrong with the first entry that does not hold. */
export type ChainFault = "link" | "hash" | "payload" | "missing" | "cut";

/** `faultAt` is null when every entry holds. */
export type ChainState = {
  entries: number;
  head: ChainHead;
  faultAt: number | null;
  fault: ChainFault | null;
};

export function headText({ number, hash }: ChainHead): string {
  return `${number}:${hash}`;
}

/** Reads what `headText` wrote. @returns null for anything else. */
export function readHead(text: string): ChainHead | null {
  const [, number = "", hash = ""] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return hash === "" ? null : { number: Number(number), hash };
}
