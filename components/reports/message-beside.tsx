import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea } from "@/components/ui/inputs";

export type MessageBesideWords = { label: string; button: string };

type Props = {
  words: MessageBesideWords;
  errorPrefix: string;
  error: string | undefined;
  value: string;
  /** Makes two sends of it one message. */
  submissionKey: string;
};

/**
 * The message of a page whose larger form holds what somebody typed: without scripts a form of its own would load the page
 * anew, without that. With scripts it is a form of its own (`ReaderForms`), and this is nothing.
 */
export function MessageBeside({ words, errorPrefix, error, value, submissionKey }: Props) {
  return (
    <noscript>
      <div className="max-w-line space-y-4">
        <HiddenInputs values={{ submissionKey }} />
        <TextArea
          id="body"
          label={words.label}
          error={error}
          errorPrefix={errorPrefix}
          defaultValue={value}
          rows={4}
        />
        <Button look="secondary" name="intent" value="message">
          {words.button}
        </Button>
      </div>
    </noscript>
  );
}
