import { expect, test } from '@playwright/test';
import { seriousFindings } from './findings.ts';

const page = (body: string) =>
  `<!doctype html><html lang="nb"><head><title>Duken</title></head><body><main><h1>Duken</h1>${body}</main></body></html>`;

test.describe('the search for barriers', () => {
  test('is content with a page that everyone can use', async ({ page: browser }) => {
    await browser.setContent(page('<button>Ny duk</button>'));
    expect(await seriousFindings(browser)).toEqual([]);
  });

  const faults = [
    { fault: 'a button without a name', rule: 'button-name', body: '<button></button>' },
    { fault: 'a picture without words', rule: 'image-alt', body: '<img src="data:," width="9" height="9">' },
    { fault: 'a field without a label', rule: 'label', body: '<input>' },
    {
      fault: 'words too faint to read',
      rule: 'color-contrast',
      body: '<p style="color:#ccc;background:#fff">Lapp</p>',
    },
  ];
  for (const { fault, rule, body } of faults) {
    test(`catches ${fault}`, async ({ page: browser }) => {
      await browser.setContent(page(body));
      expect(await seriousFindings(browser)).toEqual([expect.stringContaining(`${rule}: `)]);
    });
  }
});
