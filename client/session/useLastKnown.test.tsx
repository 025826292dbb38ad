import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SessionProvider, useSessionStore } from './SessionProvider.tsx';
import { useLastKnown } from './useLastKnown.ts';

function Known(props: { readonly name: string; readonly now?: string }) {
  return <p>{useLastKnown('b1', props.name, props.now) ?? 'nothing'}</p>;
}

/** What an earlier look at the page has left. */
function Before(props: { readonly name: string; readonly value: string }) {
  useSessionStore().drafts.write('b1', props.name, props.value, false);
  return undefined;
}

describe('what was last known of a board', () => {
  const shown = (name: string, now?: string) =>
    renderToStaticMarkup(
      <SessionProvider>
        <Before name="meetings as mona" value="one meeting" />
        <Known name={name} {...(now === undefined ? {} : { now })} />
      </SessionProvider>,
    );

  it('is shown until it is known anew', () => {
    expect(shown('meetings as mona')).toContain('one meeting');
    expect(shown('meetings as mona', 'two meetings')).toContain('two meetings');
  });

  it('is not shown to another seat of the same tab', () => {
    expect(shown('meetings as eirin')).toContain('nothing');
  });
});
