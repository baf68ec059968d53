import type { Db } from "@/db/client";
import { listLeadRows } from "@/db/queries/notice-leads";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import type { NoticeLead } from "@/domain/places/lead";
import { listShape } from "@/server/imports/lists/list-item";
import { ocdsNotices } from "@/server/imports/ocds/ocds-notices";

/**
 * Awarded contracts out of notices that somebody brought, of which nobody has said where the care is: a notice names no place, so its rows are
 * refused until a person does. The newest imports first.
 * @throws NotAllowedError for visitors: leads are no publication.
 */
export async function loadNoticeLeads(db: Db, actor: AnyActor): Promise<NoticeLead[]> {
  if (!hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  return (await listLeadRows(db, ocdsNotices.name)).map(({ batchId, number, header, item, source }) => {
    const cells = listShape.read(item);
    const cell = (heading: string) => cells[header.indexOf(heading)]?.trim() ?? "";
    return {
      key: `${batchId}/${number}`,
      supplier: cell("provider"),
      buyer: cell("commissioner"),
      title: cell("note"),
      reference: cell("contract reference"),
      startsOn: cell("contract starts"),
      endsOn: cell("contract ends"),
      pounds: cell("contract value"),
      source,
    };
  });
}
