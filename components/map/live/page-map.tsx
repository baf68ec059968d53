"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type MapPosition, readMapAddress } from "@/domain/map/map-address";
import { NO_FILTER } from "@/domain/map/map-filter";
import type { Definition } from "@/domain/providers/legal-form";
import { connectListButtons } from "../list-buttons";
import type { Bounds, MapTexts } from "../map-handle";
import { LiveMap } from "./live-map";
import type { LiveSession, PageArea } from "./live-session";
import { onPageAddress, positionIn, writePageAddress } from "./page-address";
import type { FrameSettings } from "./service-line";

/** What the map of a page shows; nothing of it changes while the page is there. */
export type PageMapOf = {
  definition: Definition;
  /** The area whose services are shown. */
  area?: PageArea | null;
  /** Slug of the organisation whose services are shown, with those of its group. */
  provider?: string | null;
  /** What it begins with: a box, or all that is shown. The whole country without it. */
  begins?: Bounds | "shown";
  /** Id of the list of the same rows, whose buttons show them on the map. */
  listId: string;
};

type Props = PageMapOf & {
  listHref: string;
  /** Id of what says how keys move the map. */
  helpId: string;
  texts: MapTexts;
  settings: FrameSettings;
};

const onServer = () => null;
const NOWHERE = { search: "", hash: "" };

/** The live map on a page that says what is shown. The address has where the reader looks and the open card, and nothing else. */
export function PageMap(props: Props) {
  const { area = null, provider = null, listId } = props;
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<LiveSession | null>(null);
  const [asked, setAsked] = useState<{ slug: string } | null>(null);
  const [isLost, setLost] = useState(false);
  // The page is kept as it was sent, for every query.
  const href = useSyncExternalStore(onPageAddress, () => window.location.href, onServer);
  const { search, hash } = href === null ? NOWHERE : new URL(href);
  const { at, service } = readMapAddress(search, hash);
  /** Of this page: a map that still moves while its reader goes on to another page says nothing in that one's address. */
  const path = useRef<string | null>(null);
  const write = (change: { at: MapPosition } | { service: string | null }) => {
    if (window.location.pathname === path.current) writePageAddress(change);
  };

  useEffect(() => {
    path.current = window.location.pathname;
    const onMoved = () => {
      const to = window.location.pathname === path.current ? positionIn(window.location) : null;
      if (!to) return;
      session.current?.show(to);
      writePageAddress({ at: to });
    };
    window.addEventListener("popstate", onMoved);
    window.addEventListener("hashchange", onMoved);
    return () => {
      window.removeEventListener("popstate", onMoved);
      window.removeEventListener("hashchange", onMoved);
    };
  }, []);

  useEffect(() => {
    const list = document.getElementById(listId);
    if (!list || isLost) return;
    return connectListButtons(list, (slug) => {
      // A map that was not drawn yet begins once it is seen.
      host.current?.scrollIntoView({ block: "center" });
      setAsked({ slug });
    });
  }, [listId, isLost]);

  return (
    <div ref={host}>
      <LiveMap
        definition={props.definition}
        filter={{ ...NO_FILTER, area: area && { kind: area.kind, slug: area.slug }, provider }}
        area={area}
        begins={props.begins}
        view={at}
        service={service}
        asked={asked}
        texts={props.texts}
        settings={props.settings}
        listHref={props.listHref}
        helpId={props.helpId}
        onChoose={(slug) => write({ service: slug })}
        onView={(view) => write({ at: view })}
        onFiltered={(_, live) => {
          session.current = live;
        }}
        onFailed={() => setLost(true)}
      />
    </div>
  );
}
