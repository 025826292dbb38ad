import type { LogLineReply } from '@duken/shared/protocol';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { log } from '../texts/nb/log.ts';
import { useLogSentence } from './useLogSentence.ts';

function Sentence({ event }: Pick<LogLineReply, 'event'>) {
  return useLogSentence()({ number: 1, at: 0, name: 'Hanne', event } as LogLineReply);
}
const saidOf = (event: LogLineReply['event']) =>
  renderToStaticMarkup(<Sentence event={event} />).replaceAll(/[\u2068\u2069]/g, '');

describe('a line of the log', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'log', log);
  });

  it('calls a file by its format, and the package for the archive by what it is', () => {
    expect(saidOf({ kind: 'export', version: 2, format: 'pdf' })).toBe('Hanne lastet ned planen, versjon 2, som PDF');
    expect(saidOf({ kind: 'export', version: 2, format: 'arkiv.zip' })).toBe(
      'Hanne hentet pakken til arkivet med planen, versjon 2',
    );
  });
});
