import { formInName } from "@/domain/imports/provider-name";
import { plainName } from "@/domain/names/plain-name";

/** NHS bodies that we hold as such: those that pay, the trusts of the register, providers that a source says are NHS. */
export type NhsNames = {
  /** The name under which we hold an NHS body that is called so; null where we hold none. */
  nameOf: (name: string) => string | null;
  has: (id: string) => boolean;
};

export function nhsNames(bodies: readonly { id: string; name: string }[]): NhsNames {
  const ids = new Set(bodies.map(({ id }) => id));
  const full = new Map(bodies.map(({ name }) => [plainName(name), name]));
  const short = new Map(bodies.map(({ name }) => [shortName(name), name]));
  return {
    has: (id) => ids.has(id),
    nameOf: (name) => {
      // What says that it is a company, a CIC and so on is not the body of a like name.
      const held = formInName(name) === null ? short.get(shortName(name)) : full.get(plainName(name));
      return held ?? null;
    },
  };
}

const KIND =
  / (?:nhs foundation trust|nhs trust|foundation trust|health and social care trust|hsc trust|(?:university |teaching )?health board|integrated care board|icb|trust|board)$/;

/** A body's name without the words for what kind of body it is, as people leave them out. */
function shortName(name: string): string {
  return plainName(name)
    .replace(/^the /, "")
    .replace(/^nhs (?=.)/, "")
    .replace(KIND, "");
}
