import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useLocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import type { PlaceAtPostcode } from "@/domain/pages/place-page";

/** The other entries at a place's postcode: a register can have one building twice, and what is said of one not of the other. */
export function SamePostcode({ places }: { places: readonly PlaceAtPostcode[] }) {
  const t = useTranslations("places");
  const kind = useTranslations("services.claim.placeKind");
  const localName = useLocalName();
  if (places.length === 0) return null;
  return (
    <Section id="same-postcode" title={t("samePostcodeTitle")} note={t("samePostcodeNote")}>
      <ul>
        {places.map((place) => (
          <li key={place.slug} className="py-1">
            <LocalLink href={`/places/${place.slug}`}>{localName(place)}</LocalLink>{" "}
            <span className="text-base text-ink-soft">{kind(place.kind)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
