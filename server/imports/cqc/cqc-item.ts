import { z } from "zod";
import { daySchema } from "@/domain/dates/partial-date";
import { itemShape } from "@/domain/imports/stored-item";
import { saidRegistrationSchema } from "@/domain/registrations/said";

const kind = z.enum(["table", "active", "directory", "api"]);

/**
 * What a row of the regulator's register is made from: all that an edition says of one practice, or a line that cannot be read. Strict, so
 * that no name and no number of a partnership or a person can be kept with it.
 */
const schema = z.union([
  z.strictObject({
    placeId: z.uuid(),
    kind,
    /** The day for which the edition speaks. */
    speaksOf: daySchema,
    said: z.array(saidRegistrationSchema),
    listed: z.array(z.strictObject({ locationId: z.string(), isSame: z.boolean() })),
    isGone: z.boolean(),
  }),
  z.strictObject({ unread: z.strictObject({ line: z.number(), why: z.string() }) }),
]);
export type CqcItem = z.infer<typeof schema>;
export type CqcPractice = Extract<CqcItem, { placeId: string }>;

export const cqcShape = itemShape<CqcItem>({ shape: "cqc-practice", version: 1, schema });
