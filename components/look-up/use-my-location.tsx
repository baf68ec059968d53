"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type DevicePosition, findAt, type LocationTrouble } from "@/domain/look-up/find-at";
import type { FoundUnit } from "@/domain/look-up/found-unit";
import { loadFile } from "./ask-server";
import { usePageShown } from "./leave-page";

export type LocationTexts = {
  button: string;
  /** What happens to the position, before anything is asked of the device. */
  explanation: string;
  yes: string;
  no: string;
  working: string;
  troubles: Readonly<Record<LocationTrouble, string>>;
};

const PATIENCE_MS = 15_000;
/** A position of a minute ago will do. */
const OLDEST_MS = 60_000;

type Stage = "closed" | "asking" | "working" | LocationTrouble;

/**
 * "Use my location": says what will happen, then asks the device, then finds in the browser what a postcode would. The
 * position is in no request, no address and no storage. Shown only where scripts run, and in its place from the first drawing on.
 */
export function UseMyLocation({
  texts,
  go,
  show,
}: {
  texts: LocationTexts;
  go: (path: string) => void;
  /** Goes to what is near. */
  show: (unit: FoundUnit) => void;
}) {
  const [stage, setStage] = useState<Stage>("closed");
  const opener = useRef<HTMLButtonElement>(null);
  const message = useRef<HTMLParagraphElement>(null);
  usePageShown(() => setStage("closed"));
  /** The question goes, and the button in it that has the focus: the next Tab must not start at the top of the page. */
  const leaveQuestion = (next: Stage) => {
    opener.current?.focus();
    setStage(next);
  };
  async function find() {
    leaveQuestion("working");
    const position = await askDevice();
    const answer = typeof position === "string" ? { trouble: position } : await findAt(position, loadFile);
    if ("unit" in answer) show(answer.unit);
    else if ("path" in answer) go(answer.path);
    else setStage(answer.trouble);
  }
  const trouble = stage === "closed" || stage === "asking" || stage === "working" ? null : stage;
  useEffect(() => {
    // Whoever has gone on to something else in the meantime is left there; the message is read out all the same.
    if (trouble && document.activeElement === opener.current) message.current?.focus();
  }, [trouble]);
  return (
    <div className="mt-2 noscript:hidden">
      <Button
        ref={opener}
        type="button"
        look="quiet"
        className="-ml-5"
        aria-expanded={stage === "asking"}
        aria-controls="location-question"
        onClick={() => setStage(stage === "asking" ? "closed" : "asking")}
      >
        <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 fill-none stroke-2 stroke-current">
          <circle cx="10" cy="10" r="5" />
          <path d="M10 1v4M10 15v4M1 10h4M15 10h4" />
        </svg>
        {texts.button}
      </Button>
      <div
        id="location-question"
        hidden={stage !== "asking"}
        className="mb-3 border-field border-l-4 bg-panel px-4 py-3"
      >
        {/* Written once somebody asks: the page would carry every word of it twice. */}
        {stage === "asking" ? (
          <>
            <p>{texts.explanation}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              <Button type="button" onClick={find}>
                {texts.yes}
              </Button>
              <Button type="button" look="secondary" onClick={() => leaveQuestion("closed")}>
                {texts.no}
              </Button>
            </div>
          </>
        ) : null}
      </div>
      <p
        ref={message}
        tabIndex={-1}
        aria-live="polite"
        className={trouble ? "mb-2 font-semibold text-accent" : "text-base text-ink-soft"}
      >
        {stage === "working" ? texts.working : trouble ? texts.troubles[trouble] : ""}
      </p>
    </div>
  );
}

/** The device's position, or why there is none. */
function askDevice(): Promise<DevicePosition | LocationTrouble> {
  return new Promise((done) => {
    if (!("geolocation" in navigator)) return done("unavailable");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      ({ code, PERMISSION_DENIED, TIMEOUT }) =>
        done(code === PERMISSION_DENIED ? "refused" : code === TIMEOUT ? "timeout" : "unavailable"),
      { timeout: PATIENCE_MS, maximumAge: OLDEST_MS, enableHighAccuracy: false },
    );
  });
}
