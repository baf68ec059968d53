import { webAddressSchema } from "@/domain/sources/source";

/** A review as it is shown: never by whom. */
export type ShownReview = {
  id: string;
  verdict: "confirm" | "dispute";
  reason: string;
  /** As it was typed; `link` where it is a web address. Empty in old reviews. */
  source: string;
  link: string | null;
  revision: number;
};

/** A review without who wrote it. */
export function shownReview({
  id,
  verdict,
  reason,
  source,
  revision,
}: Pick<ShownReview, "id" | "verdict" | "reason" | "source" | "revision">): ShownReview {
  const address = webAddressSchema.safeParse(source);
  return { id, verdict, reason, source, link: address.success ? address.data : null, revision };
}
