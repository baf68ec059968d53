import { z } from "zod";
import { oneLine } from "@/domain/language/plain-text";
import { readQueueAddress, viewOf, writeQueueAddress } from "@/domain/reports/queue-address";

/** A view of the queue that a moderator keeps: `address` is what stands behind "/moderation". */
export type QueueView = { id: string; name: string; address: string };

export const MOST_QUEUE_VIEWS = 20;

/** What is kept of an address is what can be read of it, without the page of it that was open. */
export const queueViewSchema = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, "view-name").max(60, "view-name"),
  address: z.string().max(4000).transform(readView),
});

/** The view that an address such as "?lane=new" names, written anew. */
export function readView(address: string): string {
  const query = new URLSearchParams(address);
  return writeQueueAddress(viewOf(readQueueAddress((name) => query.get(name))));
}
