/** Stands in the address of a map whose search was a postcode, which is not kept: the page then says where to look for one. */
export const POSTCODE_NOTICE = { key: "refused", value: "postcode" } as const;
