import { z } from "zod";

const uuid = z.uuid();

/** Whether something that was sent, such as a segment of an address, can be an id at all: PostgreSQL fails on one that cannot. */
export function isUuid(value: unknown): value is string {
  return uuid.safeParse(value).success;
}
