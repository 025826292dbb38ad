import { describe, expect, it } from 'vitest';
import { linkWorks } from './shareLink.ts';

const noon = Date.UTC(2026, 10, 22, 12);

describe('a share link', () => {
  it('lets people in for as long as nobody has said otherwise', () => {
    expect(linkWorks({}, noon)).toBe(true);
  });

  it('stops at the very moment it expires', () => {
    expect(linkWorks({ expiresAt: noon }, noon - 1)).toBe(true);
    expect(linkWorks({ expiresAt: noon }, noon)).toBe(false);
  });

  it('never works again once it is withdrawn, however long it should have lasted', () => {
    expect(linkWorks({ withdrawnAt: noon, expiresAt: noon + 1000 }, noon + 1)).toBe(false);
    expect(linkWorks({ withdrawnAt: noon }, noon - 1)).toBe(false);
  });
});
