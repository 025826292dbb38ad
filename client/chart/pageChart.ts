import type { ChartLook } from '@duken/shared/chart';

/** Charts in the colours of the page, by day and by night. */
export const pageChart: ChartLook = {
  sheet: 'var(--duk-sheet)',
  ink: 'var(--duk-ink)',
  muted: 'var(--duk-muted)',
  line: 'var(--ds-color-neutral-border-subtle)',
  first: 'var(--ds-color-accent-base-default)',
  second: 'var(--duk-second)',
  wash: ['var(--ds-color-neutral-background-tinted)', 'var(--duk-theme)'],
  papers: {
    service: 'var(--duk-service)',
    volunteer: 'var(--duk-family)',
    family: 'var(--duk-child)',
    own: 'var(--duk-citizen)',
  },
  paperInk: 'var(--duk-note-ink)',
};
