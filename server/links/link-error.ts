import type { LinkFault } from "@/domain/link-answer";

/** A page that is not read, and why. The cause is for the log. */
export class LinkError extends Error {
  override readonly name = "LinkError";

  constructor(
    readonly fault: LinkFault,
    options?: ErrorOptions,
  ) {
    super(`the link was not read: ${fault}`, options);
  }
}
