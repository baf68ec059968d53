import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";

/**
 * Words by which people tell care that is shown by area only, whatever they call the kind of care. Each is looked for
 * between dashes, in lower case (`dashed`), and the longer ones at the beginning of a longer word; in Welsh too, with the
 * first letters that change there.
 */
const ANYWHERE: Partial<Record<ServiceCategory, RegExp>> = {
  abortion:
    /-(?:abortion|erthyl|terfynu-beichiogrwydd|therfynu-beichiogrwydd|terminations?-of-(?:a-)?pregnan|pregnancy-termination|(?:unplanned|unwanted)-pregnan|(?:british-)?pregnancy-advisory|marie-stopes|msi-(?:choices|reproductive))|-(?:bpas|nupas)(?=-)/,
  "sexual-assault":
    /-(?:sexual(?:-health)?-(?:assault|violence|abuse)|(?:trais|thrais|ymosodiad(?:au)?|cam-?drin)-rhywiol|assault-referral|rape-crisis)|-(?:sarcs?|rape|isvas?)(?=-)/,
  "domestic-abuse":
    /-(?:domestic-(?:abuse|violence)|(?:trais|thrais|cam-?drin)-domestig|(?:lloches(?:au)?|noddfa)-(?:i-)?(?:ferched|fenywod|menywod)|cymorth-i-(?:ferched|fenywod)|womens-(?:aid|refuge)|forced-marriage|honour-based)|-(?:refuges?|idvas?|marac)(?=-)/,
  "gender-identity":
    /-(?:hunaniaeth-rhywedd|(?:trawsryw|thrawsryw)|gender-(?:identity|dysphoria|incongruence|reassignment|affirm|clinic|service)|transgender)|-gids(?=-)/,
};
/** Words that say so where a kind of care is asked for; elsewhere they are names of streets, or of anything. */
const AS_KIND: Partial<Record<ServiceCategory, RegExp>> = {
  abortion: /-(?:tops?|terminations?)(?=-)/,
  "domestic-abuse": /-(?:dv|safe-house)(?=-)/,
  "gender-identity": /-(?:gic|trans)(?=-)/,
};

type IsHidden = (category: ServiceCategory) => boolean;

/**
 * The first words of a text that tell care which is shown by area only, as they are looked for; null where none do.
 * @param asKind the text says what kind of care it is.
 */
export function sensitiveWords(text: string, isHidden: IsHidden, asKind = false): string | null {
  const words = dashed(text);
  for (const category of SERVICE_CATEGORIES) {
    if (!isHidden(category)) continue;
    const own = words.includes(`-${category}`) ? category : null;
    const found =
      own ??
      ANYWHERE[category]?.exec(words)?.[0] ??
      (asKind ? AS_KIND[category]?.exec(words)?.[0] : undefined);
    if (found !== undefined) return found.replaceAll("-", " ").trim();
  }
  // In capitals it is the abbreviation, in any cell.
  return isHidden("abortion") && /\bTOPs?\b/.test(text) ? "TOP" : null;
}

function dashed(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-");
  return `-${words}-`;
}
