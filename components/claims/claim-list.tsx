import { useTranslations } from "next-intl";
import { ClaimValueText } from "@/components/claims/claim-value";
import type { Names } from "@/components/claims/claim-words";
import { DisputeLine } from "@/components/claims/dispute-line";
import { SourceLine } from "@/components/claims/source-line";
import { useDates } from "@/components/layout/date-text";
import { basisOf } from "@/domain/claims/basis";
import type { DisputeRead } from "@/domain/claims/dispute";
import { groupBySource } from "@/domain/claims/group-by-source";
import { type ClaimRead, speaksOf } from "@/domain/claims/reading";
import type { PublicPicture } from "@/domain/files/report-file";

/** Every claim about a record: those that hold now, then the others, folded away but in the page. */
export function ClaimList({
  claims,
  names,
  disputes = [],
  pictures = [],
}: {
  claims: readonly ClaimRead[];
  names: Names;
  disputes?: readonly DisputeRead[];
  /** Each is shown beside its source. */
  pictures?: readonly PublicPicture[];
}) {
  const t = useTranslations("services.claim");
  const held = claims.filter((claim) => claim.isInForce);
  const others = claims.filter((claim) => !claim.isInForce);
  // Once, where its source is cited first.
  const isHeld = ({ sourceId }: PublicPicture) => held.some(({ source }) => source.id === sourceId);
  return (
    <>
      <Claims claims={held} names={names} disputes={disputes} pictures={pictures} />
      {others.length > 0 ? (
        <details className="mt-6">
          <summary className="py-2 font-semibold">
            {t("others")} ({others.length})
          </summary>
          <Claims
            claims={others}
            names={names}
            disputes={[]}
            pictures={pictures.filter((picture) => !isHeld(picture))}
          />
        </details>
      ) : null}
    </>
  );
}

type Listed = {
  claims: readonly ClaimRead[];
  names: Names;
  disputes: readonly DisputeRead[];
  pictures: readonly PublicPicture[];
};

function Claims({ claims, names, disputes, pictures }: Listed) {
  return (
    <ul className="border-rule border-t">
      {groupBySource(claims).map(({ source, quotes, isOfOneDay }) => (
        <li key={quotes[0]?.[0].id} className="border-rule border-b py-4">
          <h3 className="max-w-line font-sans text-lg leading-snug">
            <SourceLine source={source} />
          </h3>
          <Pictures pictures={pictures.filter(({ sourceId }) => sourceId === source.id)} />
          {isOfOneDay ? <Days claim={quotes[0]?.[0]} /> : null}
          {quotes.map((group) => (
            <div key={group[0].id} className="mt-3">
              <dl className="space-y-1.5">
                {group.map((claim) => (
                  <ClaimItem
                    key={claim.id}
                    claim={claim}
                    names={names}
                    disputes={disputes.filter(({ field }) => field === claim.field)}
                  />
                ))}
              </dl>
              <Words claim={group[0]} />
              {isOfOneDay ? null : <Days claim={group[0]} />}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What volunteers photographed, as the server made it anew; its words are for those who do not see it, and say what is on it. */
function Pictures({ pictures }: { pictures: readonly PublicPicture[] }) {
  const t = useTranslations("services.claim");
  return pictures.map(({ id, shows, width, height, version }) => (
    <figure key={id} className="my-3 max-w-line">
      {/* biome-ignore lint/performance/noImgElement: it can be taken off at any moment, and the site has no optimiser */}
      <img
        src={`/api/files/${id}?${version}`}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        className="h-auto max-h-96 w-auto max-w-full"
      />
      <figcaption className="mt-1 text-base text-ink-soft">{t("picture", { shows })}</figcaption>
    </figure>
  ));
}

/** Whence numbers that are drawn elsewhere on the page come: the sources, their words and days, without the values. */
export function ClaimEvidence({ claims }: { claims: readonly ClaimRead[] }) {
  return groupBySource(claims).map(({ source, quotes }) => (
    <div key={source.id} className="mt-4">
      <p className="max-w-line">
        <SourceLine source={source} />
      </p>
      {quotes.map(([claim]) => (
        <Words key={claim.id} claim={claim} isWide />
      ))}
      <Days claim={quotes[0]?.[0]} />
    </div>
  ));
}

type Item = { claim: ClaimRead; names: Names; disputes: readonly DisputeRead[] };

function ClaimItem({ claim, names, disputes }: Item) {
  const t = useTranslations("services.claim");
  return (
    <div className="grid grid-cols-[6.5rem_1fr] gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-x-6">
      <dt className="text-ink-soft">{t(`field.${claim.field}` as "field.name")}</dt>
      <dd>
        <p className="font-semibold">
          <ClaimValueText claim={claim} names={names} />
        </p>
        <Validity claim={claim} />
        {disputes.map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      </dd>
    </div>
  );
}

/** What the source says, or what we made of it: once for all facts that rest on the same words. */
function Words({ claim, isWide = false }: { claim: ClaimRead; isWide?: boolean }) {
  const t = useTranslations("services.claim");
  return (
    <p className={`mt-1 max-w-line text-base ${isWide ? "" : "sm:pl-50"}`}>
      <span className="text-ink-soft">{t(`basis.${basisOf(claim.says, claim.field)}`)}: </span>
      {claim.says ?? <span className="text-ink-soft italic">{t("saysHidden")}</span>}
    </p>
  );
}

/** The three days of a fact: for which the source speaks, on which it was published, and on which we read it. */
function Days({ claim }: { claim: ClaimRead | undefined }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  if (!claim) return null;
  const { publishedOn } = claim.source;
  const { from, to } = speaksOf(claim);
  return (
    <p className="mt-1 text-base text-ink-soft">
      {[
        to
          ? t("speaksOfPeriod", { from: inWords(from), to: inWords(to) })
          : t("speaksOf", { date: inWords(from) }),
        publishedOn ? t("published", { date: inWords(publishedOn) }) : t("publishedUnknown"),
        t("read", { date: inWords(claim.readOn) }),
      ].join(" · ")}
    </p>
  );
}

function Validity({ claim: { validFrom, validTo } }: { claim: ClaimRead }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  if (validFrom && validTo)
    return <p className="text-base">{t("valid", { from: inWords(validFrom), to: inWords(validTo) })}</p>;
  if (validFrom) return <p className="text-base">{t("validFrom", { from: inWords(validFrom) })}</p>;
  return validTo ? <p className="text-base">{t("validTo", { to: inWords(validTo) })}</p> : null;
}
