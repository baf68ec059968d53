import { Fragment } from "react";

/** A mail's plain text with its links made clickable. */
export function MailText({ text }: { text: string }) {
  // With a group, split keeps the links: they are the odd parts.
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <div className="overflow-x-auto whitespace-pre-wrap break-words bg-panel p-4">
      {parts.map((part, index) => {
        const key = `${index}:${part}`;
        return index % 2 === 1 ? (
          <a key={key} href={part} className="break-all">
            {part}
          </a>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        );
      })}
    </div>
  );
}
