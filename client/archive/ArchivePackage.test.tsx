import type { PlanLifeReply } from '@duken/shared/protocol';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { archive } from '../texts/nb/archive.ts';
import { ArchivePackage } from './ArchivePackage.tsx';
import { Receipts } from './Receipts.tsx';

const shown = (life: Pick<PlanLifeReply, 'state' | 'hasArchiveGround'>) =>
  renderToStaticMarkup(<ArchivePackage life={life} url="/arkiv.zip" />);

describe('a version for the archive, on its page', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'archive', archive);
  });

  it('is there to download, with a word that nobody has checked the PDF/A', () => {
    const html = shown({ state: 'approved', hasArchiveGround: true });
    expect(html).toContain('href="/arkiv.zip"');
    expect(html).toContain('Ingen har kontrollert den');
    expect(html).not.toContain('Dette mangler');
  });

  it('is not there while something is missing, which is said, all of it', () => {
    const draft = shown({ state: 'draft', hasArchiveGround: true });
    expect(draft).toContain('Planen er et utkast.');
    expect(draft).not.toContain('hvilken lov');
    const both = shown({ state: 'draft', hasArchiveGround: false });
    expect(both).toContain('Planen er et utkast.');
    expect(both).toContain('hvilken lov planen skal skjermes etter');
    for (const html of [draft, both]) expect(html).not.toContain('href');
  });

  it('has what the archive answered, or that it has not', () => {
    expect(renderToStaticMarkup(<Receipts receipts={[]} />)).toContain('Arkivet har ikke svart ennå.');
    const receipt = { archiveId: '2026/1234-5', day: '2026-03-01', name: 'Hanne' };
    const html = renderToStaticMarkup(<Receipts receipts={[receipt, receipt]} />);
    expect(html.match(/2026\/1234-5/g)).toHaveLength(2);
    expect(html.replaceAll(/[\u2068\u2069]/g, '')).toContain('Tatt imot 1. mars 2026. Ført av Hanne.');
  });
});
