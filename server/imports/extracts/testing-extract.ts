import type { Db } from "@/db/client";
import { makeArea, makePlace } from "@/db/factories";

/** For tests of extracts: a file in the publisher's shape, and the register of trusts that it is held against. */

const HEADER =
  "Period,Provider Parent Org Code,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,Commissioner Org Code,Commissioner Org Name,RTT Part Type,Treatment Function Code,Treatment Function Name,Gt 00 To 01 Weeks SUM 1,Patients with unknown clock start date,Total All";

/** Eyes treated by one provider for NHS North East and North Cumbria: completed without an admission, and waiting. */
export type Treated = { code: string; name: string; completed?: number; waiting?: number };

export const TRUST: Treated = { code: "RNN", name: "NORTH CUMBRIA NHS FOUNDATION TRUST", completed: 200 };

/** @param period as the publisher writes it, such as "May-2026". */
export function extractCsv(period: string, providers: readonly Treated[]): string {
  const lines = providers.flatMap(({ code, name, completed = 40, waiting = 60 }) =>
    (["C_130", "C_999"] as const).flatMap((treatment) =>
      [
        ["Part_1B", completed],
        ["Part_2", waiting],
      ].map(([part, number]) =>
        [
          ...[`RTT-${period}`, "QHM", code, name, "QHM", "01H", "SUB ICB", part, treatment, "Eyes"],
          ...[number, 0, number],
        ].join(","),
      ),
    ),
  );
  return `${[HEADER, ...lines].join("\n")}\n`;
}

export const extractFile = (content: string | Buffer, name = "rtt.csv") => ({
  name,
  bytes: (async function* () {
    yield Buffer.from(content as string);
  })(),
});

/** The one trust that the files of these tests name, and the health body that pays. */
export async function makeTrust(db: Db): Promise<void> {
  await makeArea(db, {
    kind: "icb",
    code: "E54000050",
    odsCode: "QHM",
    nation: "england",
    nameEn: "NHS North East and North Cumbria",
  });
  await makePlace(
    db,
    { kind: "trust-headquarters", name: "North Cumbria NHS Foundation Trust" },
    { odsCode: TRUST.code },
  );
}
