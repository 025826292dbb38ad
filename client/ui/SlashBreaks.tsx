import { Fragment, type ReactNode } from 'react';

/** A name that may go on to a new line after a slash: «Skolen/utdanning» is two words to somebody who needs two lines. */
export function SlashBreaks({ name }: { readonly name: string }): ReactNode {
  return (
    <span>
      {name.split(/(?<=\/)/u).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name, which never change places.
        <Fragment key={at}>
          {at > 0 && <wbr />}
          <span>{part}</span>
        </Fragment>
      ))}
    </span>
  );
}
