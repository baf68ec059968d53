import { type Db, inTransaction } from "@/db/client";
import {
  findAreaNames,
  listAssignedAddresses,
  listServicesOfEndedAreas,
  replaceAreasOfAddress,
} from "@/db/queries/address-areas";
import { publish } from "@/db/queries/publications";
import type { Actor } from "@/domain/actor";
import { loadAreaAssigner } from "@/server/areas/find-areas-of-address";
import { audit } from "@/server/audit";

/** An address that lies in other areas than before, by the areas' English names. */
export type AreaMove = { place: string; address: string; left: string[]; entered: string[] };

export type Reassignment = {
  /** How many addresses were looked at. */
  addresses: number;
  moves: AreaMove[];
  /** Services that serve an area which exists no more; a moderator decides from a source which ones they serve now. */
  unsettled: { service: string; area: string }[];
};

/** What the audit keeps of the moves in full; their number is kept always. */
const MOST_KEPT = 1000;

/**
 * Assigns every address anew to the areas of today, after outlines or postcodes changed. One transaction: either all
 * have moved or none. Nothing is audited or published where nothing moved.
 */
export async function reassignAreas(db: Db, actor: Actor): Promise<Reassignment> {
  return inTransaction(db, async (transaction) => {
    const addresses = await listAssignedAddresses(transaction);
    const areaIdsOf = await loadAreaAssigner(transaction);
    const changed = [];
    for (const { id, place, address, areaIds } of addresses) {
      const now = areaIdsOf(address);
      const left = areaIds.filter((areaId) => !now.includes(areaId));
      const entered = now.filter((areaId) => !areaIds.includes(areaId));
      if (left.length + entered.length === 0) continue;
      await replaceAreasOfAddress(transaction, id, now);
      changed.push({
        place,
        address: [address.town, address.postcode].filter(Boolean).join(", "),
        left,
        entered,
      });
    }
    const unsettled = await listServicesOfEndedAreas(transaction);
    const names = await findAreaNames(transaction, [
      ...new Set(changed.flatMap(({ left, entered }) => [...left, ...entered])),
    ]);
    const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).sort();
    const moves = changed.map((move) => ({ ...move, left: named(move.left), entered: named(move.entered) }));
    if (moves.length === 0) return { addresses: addresses.length, moves, unsettled };

    await audit(
      transaction,
      actor,
      "areas.reassigned",
      { type: "reference", id: "addresses" },
      { addresses: addresses.length, moved: moves.length, moves: moves.slice(0, MOST_KEPT) },
    );
    await publish(transaction, actor.id, "addresses assigned to areas anew");
    return { addresses: addresses.length, moves, unsettled };
  });
}
