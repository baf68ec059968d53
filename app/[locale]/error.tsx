"use client";

import english from "@/messages/en/error-page.json";

/** Shown when a page breaks in the browser. What breaks on the server is answered by the front server in plain words. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <div lang="en" role="alert">
      <h1>{english.title}</h1>
      <p className="mt-3 max-w-line">{english.text}</p>
      <button
        type="button"
        onClick={reset}
        className="mt-6 min-h-11 border-2 border-ink bg-ink px-5 font-semibold text-paper"
      >
        {english.again}
      </button>
    </div>
  );
}
