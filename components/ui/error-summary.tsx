/**
 * What has to be changed before a form can go on, each a link to its field. It stands at the top of the form and takes
 * the focus when the page opens, so that nobody has to look for what went wrong.
 */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: readonly { fieldId: string; text: string }[];
}) {
  if (errors.length === 0) return null;
  return (
    <section
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      className="border-2 border-accent bg-accent-wash p-4"
    >
      <h2 id="error-summary-title" className="text-xl">
        {title}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
