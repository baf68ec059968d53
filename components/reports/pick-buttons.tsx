/** One that can be chosen with a press: what its button sends, and what is known of it. */
type PickChoice = { pick: string; name: string; about: string };
export type Choices = { list: readonly PickChoice[]; title: string; note?: string | undefined };

/** Things that we have, each a button that chooses it and goes on. */
export function PickButtons({ choices, isPending }: { choices: Choices; isPending: boolean }) {
  return (
    <section aria-labelledby="pick-title">
      <h2 id="pick-title" className="text-xl">
        {choices.title}
      </h2>
      {choices.note ? <p className="text-ink-soft">{choices.note}</p> : null}
      <ul className="mt-3 border-ink border-t-2">
        {choices.list.map(({ pick, name, about }) => (
          <li key={pick} className="border-rule border-b">
            <button
              type="submit"
              name="intent"
              value={pick}
              disabled={isPending}
              className="block min-h-11 w-full px-2 py-3 text-left hover:bg-panel"
            >
              <span className="block font-semibold text-accent underline underline-offset-4">{name}</span>
              {about ? <span className="block text-ink-soft">{about}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
