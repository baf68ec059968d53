import { type MapAddress, type MapPosition, readMapAddress } from "@/domain/map/map-address";

/**
 * What Back or Forward leads to. The map moves only where the entry says where to look and the open card stays; in all other
 * cases it stays, and the address must say where, or a filter that is ticked next would write an address of another view.
 * @param entry query and fragment of the entry of the browser's history.
 * @param current what the map showed until now; `isDrawn` whether there is a map at all.
 * @returns the address in force, where to move the map (null: it stays), and whether the entry must be written anew.
 */
export function afterBack(
  entry: { search: string; hash: string },
  current: MapAddress,
  isDrawn: boolean,
): { address: MapAddress; show: MapPosition | null; isRewritten: boolean } {
  const asked = readMapAddress(entry.search, entry.hash);
  const isElsewhere = JSON.stringify(asked.at) !== JSON.stringify(current.at);
  if (!isDrawn || !isElsewhere) return { address: asked, show: null, isRewritten: false };
  if (asked.at !== null && asked.service === current.service)
    return { address: asked, show: asked.at, isRewritten: false };
  return { address: { ...asked, at: current.at }, show: null, isRewritten: true };
}
