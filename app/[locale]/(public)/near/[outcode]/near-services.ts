import { getTranslations } from "next-intl/server";
import type { NearPageData, NearService } from "@/domain/pages/near-page";
import { notNamedKey } from "@/domain/services/runner";
import { detailsOf } from "@/server/pages/map-file-answer";

/** The services of the page as its lines say them, in the words of the page's language. */
export async function nearServices({ services }: NearPageData): Promise<NearService[]> {
  const t = await getTranslations("services");
  return services.map((row) => {
    const { lon, lat } = row;
    return { ...detailsOf(row, () => t(`notNamed.${notNamedKey(row)}`)), lon, lat };
  });
}
