"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { writeEmbedQuery } from "@/domain/map/embed-query";
import type { FilterChoice, FilterChoices } from "@/domain/map/filter-choice";
import {
  changeMapAddress,
  type MapAddress,
  type MapArea,
  type MapPosition,
  type NamedFilter,
  readMapAddress,
  readMapArea,
  writeMapAddress,
} from "@/domain/map/map-address";
import type { PinDetails } from "@/domain/map/map-files";
import { filterOf } from "@/domain/map/map-filter";
import type { ChoiceCounts } from "@/domain/map/mask-pins";
import { reportQuery } from "@/domain/map/report-point";
import type { Definition } from "@/domain/providers/legal-form";
import type { MapTexts } from "../map-handle";
import { afterBack } from "./after-back";
import { LiveMap } from "./live-map";
import type { LiveSession } from "./live-session";
import { countWords, fill, type LiveWords, NO_SUCH_WORDS } from "./live-words";
import { choiceInWords, MapFilters } from "./map-filters";
import { readAnew } from "./map-has-changed";
import { MapList, type PagesOfList } from "./map-list";
import type { LineSettings } from "./service-line";

export type MapViewProps = {
  /** As the server read it. */
  initial: MapAddress;
  definition: Definition;
  /** The page without its query. */
  path: string;
  rows: readonly PinDetails[];
  shown: number;
  pages: PagesOfList;
  choices: FilterChoices;
  /** What the typed name of an area in `initial` can mean; null where none is typed. */
  typedAreas: { choices: readonly FilterChoice[]; isLike: boolean } | null;
  /** Filters of `initial` on something that does not exist. */
  notKnown: readonly NamedFilter[];
  texts: MapTexts;
  settings: LineSettings & { words: LiveWords };
  listId: string;
};

/** Rows that are added to the list of what is in view at a time. */
const AT_A_TIME = 25;

/**
 * The page of the map: map, filters and list, all of one address. The server draws all of it but the map, which comes first: on a
 * phone nothing else would be in the first screen.
 */
export function MapView(props: MapViewProps) {
  const { initial, path, settings, listId } = props;
  const { words } = settings;
  const [address, setAddress] = useState(initial);
  const [shown, setShown] = useState(props.shown);
  const [choices, setChoices] = useState(props.choices);
  const [formVersion, setFormVersion] = useState(0);
  const [inView, setInView] = useState<{ rows: readonly number[]; pins: readonly PinDetails[] } | null>(null);
  const [isPostcode, setIsPostcode] = useState(false);
  const session = useRef<LiveSession | null>(null);
  /** Whether the list has room on the page: on a phone it has none beside the map. */
  const isListed = useRef(false);
  const current = useRef(initial);
  /** Whether Back leads to the view that the open card was opened from. */
  const openedHere = useRef(false);
  /** What was asked for last: an answer that comes after a newer one is not shown. */
  const asking = useRef(0);
  /** A form that was changed before the map came: it is applied then, since a tick that shows and does nothing is a lie. */
  const waiting = useRef<HTMLFormElement | null>(null);

  useEffect(() => {
    const onBack = () => {
      const { address, show, isRewritten } = afterBack(
        window.location,
        current.current,
        session.current !== null,
      );
      if (show) session.current?.show(show);
      if (isRewritten) window.history.replaceState(null, "", path + writeMapAddress(address));
      openedHere.current = false;
      waiting.current = null;
      current.current = address;
      setAddress(address);
      setFormVersion((version) => version + 1);
    };
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, [path]);

  const sized = useEffectEvent((element: Element) => {
    const before = isListed.current;
    isListed.current = element.getClientRects().length > 0;
    if (isListed.current && !before && session.current) list(session.current);
  });
  useEffect(() => {
    const element = document.getElementById(listId);
    if (!element) return;
    const observer = new ResizeObserver(() => sized(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [listId]);

  function go(change: Partial<MapAddress>, how: "push" | "replace") {
    const next = changeMapAddress(current.current, change);
    current.current = next;
    const url = path + writeMapAddress(next);
    // null lets Next keep its own state beside ours.
    if (how === "push") window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
    setAddress(next);
  }

  function choose(service: string | null) {
    if (service === null && openedHere.current) {
      openedHere.current = false;
      return window.history.back();
    }
    // From card to card the first one's entry is enough: Back closes the card, whichever it is.
    go({ service }, service !== null && !openedHere.current ? "push" : "replace");
    openedHere.current = service !== null;
  }

  function list(live: LiveSession, count = AT_A_TIME) {
    session.current = live;
    const rows = live.inView();
    const asked = ++asking.current;
    // What a list says of its rows is several files, which nobody waits for who sees the map alone.
    if (!isListed.current) return setInView({ rows, pins: [] });
    live
      .details(rows.slice(0, count))
      .then((pins) => asked === asking.current && setInView({ rows, pins }), readAnew);
  }

  /**
   * Applies a form to the map; false where the server must answer, since there is no map, the list is in another order, or the name of an
   * area was typed, which the server understands.
   */
  function apply(form: HTMLFormElement, asked = addressOf(form)): boolean {
    const hasPostcode = [asked.q, asked.where].some((typed) => passesForPostcode(typed ?? ""));
    setIsPostcode(hasPostcode);
    if (hasPostcode) return true;
    if (!session.current) waiting.current = form;
    if (!session.current || asked.sort !== "near" || asked.where !== null) return false;
    const { at, service, view } = current.current;
    go({ ...asked, at, service, view }, "push");
    return true;
  }
  /** The same after a choice, which nothing that is being typed holds up. */
  const pick = (form: HTMLFormElement) => apply(form, { ...addressOf(form), where: null });

  function chooseArea(area: FilterChoice, form: HTMLFormElement) {
    const asked = { ...addressOf(form), where: null, area: readMapArea(area.value) };
    setChoices((before) =>
      before.area.some(({ value }) => value === area.value)
        ? before
        : { ...before, area: [...before.area, area] },
    );
    if (!apply(form, asked)) window.location.assign(path + writeMapAddress(asked));
  }

  // What was typed is answered until something else is asked for.
  const typedAreas = address.where !== null && address.where === initial.where ? props.typedAreas : null;
  const isLive = inView !== null && address.sort === "near";
  return (
    <div className="map-page" data-view={address.view}>
      <Tabs
        view={address.view}
        path={path}
        address={address}
        words={words}
        onView={(view) => go({ view }, "push")}
      />
      <div className="map-canvas service-map-section">
        <a className="service-map-skip" href={`#${listId}`}>
          {words.skip}
        </a>
        <LiveMap
          definition={props.definition}
          filter={filterOf(address)}
          view={initial.at}
          service={address.service}
          outlines={address.outlines}
          texts={props.texts}
          settings={settings}
          listHref={`#${listId}`}
          isMain
          onChoose={choose}
          onView={(at: MapPosition, live) => {
            go({ at }, "replace");
            list(live);
          }}
          onFiltered={(left, live) => {
            setShown(left.shown);
            setChoices((before) => recount(before, left.counts));
            list(live);
            const form = waiting.current;
            waiting.current = null;
            if (form) pick(form);
          }}
        />
      </div>
      <div>
        {isPostcode ? <p role="alert">{words.postcode}</p> : null}
        {typedAreas ? (
          <TypedAreas
            {...typedAreas}
            words={words}
            hrefOf={(area) => path + writeMapAddress(changeMapAddress(address, { area }))}
            typed={address.where ?? ""}
          />
        ) : null}
        {props.notKnown
          .filter((key) => nameIn(address, key) === nameIn(initial, key))
          .map((key) => (
            <p key={key} role="alert">
              {fill(words[NO_SUCH_WORDS[key]], { name: nameIn(address, key) })}{" "}
              <a href={path + writeMapAddress(changeMapAddress(address, { [key]: null }))}>
                {words.withoutFilter}
              </a>
            </p>
          ))}
        <MapFilters
          key={formVersion}
          address={address}
          choices={choices}
          words={words}
          hasMiddle={address.at !== null || inView !== null}
          action={path}
          onSubmit={(event) => {
            if (apply(event.currentTarget)) event.preventDefault();
          }}
          onPick={pick}
          areaBox={{
            problemId: typedAreas ? PROBLEM_ID : null,
            ask: (typed, form, signal) => askAreas({ ...addressOf(form), where: typed }, props, signal),
            onChoose: chooseArea,
          }}
          clearHref={
            path + writeMapAddress({ at: address.at, view: address.view, outlines: address.outlines })
          }
        />
        {settings.reportsPath ? (
          <p>
            <a className="map-report" href={settings.reportsPath + reportQuery(address.at)}>
              {words.reportHere}
            </a>
          </p>
        ) : null}
      </div>
      <MapList
        id={listId}
        heading={
          isLive
            ? countWords(inView.rows.length, words.inView1, words.inView)
            : countWords(shown, words.match1, words.match)
        }
        rows={isLive ? inView.pins : props.rows}
        none={isLive && shown > 0 ? words.noneInView : words.none}
        isComing={isLive && inView.rows.length > 0}
        settings={settings}
        pages={isLive ? null : props.pages}
        onMore={
          isLive && inView.pins.length < inView.rows.length
            ? () => session.current && list(session.current, inView.pins.length + AT_A_TIME)
            : null
        }
        onShow={
          isLive
            ? (slug) => {
                go({ service: slug, view: "map" }, "push");
                openedHere.current = true;
              }
            : null
        }
      />
    </div>
  );
}

const PROBLEM_ID = "map-where-problem";

/** What is said of a typed name that is not one area: those that it can mean, each with how many services it would leave. */
function TypedAreas({
  choices,
  isLike,
  typed,
  words,
  hrefOf,
}: NonNullable<MapViewProps["typedAreas"]> & {
  typed: string;
  words: LiveWords;
  hrefOf: (area: MapArea | null) => string;
}) {
  const sentence = choices.length === 0 ? words.whereNone : isLike ? words.whereLike : words.whereSeveral;
  return (
    <div role="alert">
      <p id={PROBLEM_ID}>{fill(sentence, { name: typed })}</p>
      <ul className="map-typed-areas">
        {choices.map((area) => (
          <li key={area.value}>
            <a href={hrefOf(readMapArea(area.value))}>
              {choiceInWords({ ...area, label: `${area.label} · ${area.group}` })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a form says, as an address does. */
function addressOf(form: HTMLFormElement): MapAddress {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") query.append(name, value);
  return readMapAddress(`?${query}`);
}

/** Nothing where the server does not answer: the box works without. */
async function askAreas(
  asked: MapAddress,
  { definition, settings }: Pick<MapViewProps, "definition" | "settings">,
  signal: AbortSignal,
): Promise<FilterChoice[]> {
  const query = writeEmbedQuery({ ...filterOf(asked), where: asked.where }, definition);
  const answer = await fetch(`/api/v1/map/areas${query}&words=${settings.locale}`, {
    credentials: "omit",
    signal,
  });
  return answer.ok ? answer.json() : [];
}

function nameIn({ area, provider, pays }: MapAddress, key: NamedFilter): string {
  if (key === "area") return area ? `${area.kind}/${area.slug}` : "";
  return (key === "provider" ? provider : pays) ?? "";
}

function recount(choices: FilterChoices, counts: ChoiceCounts): FilterChoices {
  const of = (key: keyof FilterChoices) =>
    choices[key].map((choice) => ({ ...choice, count: counts[key].get(choice.value) ?? 0 }));
  return {
    care: of("care"),
    provider: of("provider"),
    type: of("type"),
    pays: of("pays"),
    area: of("area"),
    status: of("status"),
    since: of("since"),
    exact: of("exact"),
  };
}

function Tabs({
  view,
  path,
  address,
  words,
  onView,
}: {
  view: MapAddress["view"];
  path: string;
  address: MapAddress;
  words: LiveWords;
  onView: (view: MapAddress["view"]) => void;
}) {
  return (
    <p className="map-tabs">
      {(["map", "list"] as const).map((one) => (
        <a
          key={one}
          href={path + writeMapAddress({ ...address, view: one })}
          aria-current={view === one ? "true" : undefined}
          onClick={(event) => {
            event.preventDefault();
            onView(one);
          }}
        >
          {one === "map" ? words.viewMap : words.viewList}
        </a>
      ))}
    </p>
  );
}
