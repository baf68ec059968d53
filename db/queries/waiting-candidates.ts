import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { reportRevisions, reports } from "@/db/schema/reports";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { type ReportState, WAITING_STATES } from "@/domain/reports/report-state";
import type { TwinFacts } from "@/domain/twins/score-twin";

/** By what the entries are found that may be one with what is reported: each by an index of its own. */
export type TwinKeys = Pick<
  TwinFacts,
  "category" | "placeId" | "codes" | "postcode" | "town" | "point" | "areaId" | "providerId"
>;
/** Of all that waits in one town. */
const MOST = 500;

export type WaitingCandidate = {
  id: string;
  title: string;
  state: ReportState;
  authorId: string;
  submittedAt: Date;
  proposal: NewServiceProposal;
};

/**
 * Reports of new services that wait and may be of the same one: at its place, in its postcode district, in its town, or, where nothing is
 * known of where it is, of a provider's very name. Only what waits is read, by the index on states. @param except a report that is none of its own twins.
 */
export async function findWaitingCandidates(
  db: Db,
  keys: TwinKeys & { providerNames: readonly string[] },
  except: string | null,
): Promise<WaitingCandidate[]> {
  const said = (field: string) => sql`${reportRevisions.proposal}->>${field}::text`;
  const district = sql`regexp_replace(upper(regexp_replace(${said("postcode")}, '[^A-Za-z0-9]', '', 'g')), '[0-9][A-Z]{2}$', '')`;
  const where = or(
    keys.placeId === null ? undefined : sql`${said("placeId")} = ${keys.placeId}`,
    keys.postcode === "" ? undefined : sql`${district} = ${keys.postcode.split(" ")[0]}`,
    keys.town.trim() === "" ? undefined : isTown(sql`lower(${said("town")})`, keys.town),
    // Care that comes to an area is compared by the area, which only the server can tell of an address.
    keys.areaId === null || keys.category === null ? undefined : sql`${said("category")} = ${keys.category}`,
  );
  const byName = keys.providerNames.map((name) => name.toLowerCase());
  const any =
    where ?? (byName.length > 0 ? anyOf(sql`lower(${said("providerName")})`, byName, "text") : undefined);
  if (any === undefined) return [];
  const rows = await db
    .select({
      id: reports.id,
      title: reports.title,
      state: reports.state,
      authorId: reports.authorId,
      submittedAt: reports.submittedAt,
      proposal: reportRevisions.proposal,
    })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(
      and(
        inArray(reports.state, [...WAITING_STATES]),
        eq(reports.kind, "new-service"),
        isNull(reports.setAsideAt),
        except === null ? undefined : ne(reports.id, except),
        any,
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST);
  return rows.flatMap(({ proposal, submittedAt, ...row }) =>
    proposal.kind === "new-service" && submittedAt !== null ? [{ ...row, submittedAt, proposal }] : [],
  );
}

/** "Newcastle" is Newcastle upon Tyne, and the other way round. @param lower a column of towns in small letters */
export function isTown(lower: SQL, town: string): SQL | undefined {
  const name = town.trim().toLowerCase().replace(/\s+/g, " ");
  const [first = ""] = name.split(" ");
  const begins = `${name.replace(/[\\%_]/g, "\\$&")} %`;
  return or(sql`${lower} = ${name}`, sql`${lower} = ${first}`, sql`${lower} like ${begins}`);
}
