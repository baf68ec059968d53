import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { CareByPayer } from "@/domain/figures/share-of-care";

/** Pathways of one provider for one payer in one treatment function, in a month. */
export type ProviderCell = readonly [
  /** Index into `payers`. */
  payer: number,
  /** Index into `functions`. */
  treatmentFunction: number,
  completedAdmitted: number,
  completedNonAdmitted: number,
  waiting: number,
  newPeriods: number,
];

export type FiledProvider = {
  code: string;
  /** ONS code of the integrated care board it is filed under; null where that is none of today. */
  healthBody: string | null;
  /** The middle of the town in its name, degrees WGS84, where exactly one such town lies in that health body. */
  town: { lon: number; lat: number; from: "towns" | "place-names" } | null;
  cells: ProviderCell[];
};

/** What providers that are not in the register of trusts did, as the extract says: the waiting-times file. */
export type WaitingTimesTable = {
  /** Such as "2026-04". */
  period: string;
  /** ONS codes of integrated care boards, and the two that are none (`OTHER_PAYERS`). */
  payers: string[];
  /** Publisher's codes of treatment functions. */
  functions: string[];
  providers: FiledProvider[];
};

/** Who did how much of the treatment completed in a month, by payer: the share-of-care file. */
export type ShareOfCareTable = {
  period: string;
  payers: CareByPayer[];
};

export const WAITING_TIMES_FILE = "db/seed/registers/waiting-times-2026-04.br";
export const SHARE_OF_CARE_FILE = "db/seed/registers/share-of-care-2026-04.br";

/** A table of the clone as it lies there. */
export function readTableBytes(file: string): Buffer {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file));
}

/** As the table lies there: the health body goes by the name that the first tables gave it. */
type WrittenTable = Omit<WaitingTimesTable, "providers"> & {
  providers: (Omit<FiledProvider, "healthBody"> & { board: string | null })[];
};

export function encodeWaitingTimes({ providers, ...table }: WaitingTimesTable): string {
  const written: WrittenTable = {
    ...table,
    providers: providers.map(({ code, healthBody, town, cells }) => ({
      code,
      board: healthBody,
      town,
      cells,
    })),
  };
  return JSON.stringify(written);
}

export function decodeWaitingTimes(bytes: Buffer): WaitingTimesTable {
  const written: WrittenTable = JSON.parse(brotliDecompressSync(bytes).toString("utf8"));
  const providers = written.providers.map(({ board, ...provider }) => ({ ...provider, healthBody: board }));
  return { ...written, providers };
}

let shareOfCare: ShareOfCareTable | undefined;

/** Read once for each process: pages ask for one payer of it at a time. */
export function readShareOfCareTable(): ShareOfCareTable {
  shareOfCare ??= JSON.parse(
    brotliDecompressSync(readTableBytes(SHARE_OF_CARE_FILE)).toString("utf8"),
  ) as ShareOfCareTable;
  return shareOfCare;
}
